package vn.tongket.workbook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.security.CurrentUser;
import vn.tongket.workbook.RollUpWorkbook;

/** The totals as an Excel file; for the issuer's people and the administrator. */
@RestController
class RollUpDownload {

    private final RollUpWorkbook workbook;
    private final CampaignAccess access;

    RollUpDownload(RollUpWorkbook workbook, CampaignAccess access) {
        this.workbook = workbook;
        this.access = access;
    }

    /** It is written whole before the first byte goes out: no transaction waits for a slow line. */
    @GetMapping({"/api/campaigns/{code}/rollup.xlsx", "/campaigns/{code}/rollup.xlsx"})
    void download(@PathVariable String code, HttpServletResponse out) throws IOException {
        access.requireAllUnits(code, CurrentUser.require());
        Path file = Files.createTempFile("rollup", ".xlsx");
        try {
            try (OutputStream bytes = Files.newOutputStream(file)) {
                workbook.write(code, bytes);
            }
            out.setContentType(Downloads.XLSX.toString());
            out.setContentLengthLong(Files.size(file));
            out.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("Tong-hop-so-lieu-%s.xlsx".formatted(code), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            out.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            Files.copy(file, out.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
