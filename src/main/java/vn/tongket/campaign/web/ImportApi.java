package vn.tongket.campaign.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.organization.OrganizationImport;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/** Takes the two files from scripts, as the request's body. */
@RestController
class ImportApi {

    private final Imports imports;
    private final DataSize largest;

    ImportApi(Imports imports, @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.imports = imports;
        this.largest = largest;
    }

    @PostMapping(path = "/api/organization", consumes = "application/json", produces = "application/json")
    OrganizationImport.Taken organization(InputStream file) {
        return imports.organization(bytes(file), CurrentUser.require());
    }

    @PostMapping(path = "/api/campaigns", consumes = "application/json", produces = "application/json")
    ResponseEntity<CampaignImport.Taken> campaign(InputStream file) {
        CampaignImport.Taken taken = imports.campaign(bytes(file), CurrentUser.require());
        URI place = UriComponentsBuilder.fromPath("/api/campaigns")
                .pathSegment(taken.code())
                .build()
                .encode()
                .toUri();
        return ResponseEntity.created(place).body(taken);
    }

    /** No more is read than a file may hold: a body has no limit of its own, an uploaded file has. */
    private byte[] bytes(InputStream body) {
        try {
            int limit = Math.toIntExact(largest.toBytes());
            byte[] bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw DomainException.tooLarge("Tệp quá lớn, tối đa " + largest.toMegabytes() + " MB.");
            }
            if (bytes.length == 0) {
                throw DomainException.malformed("Yêu cầu không kèm nội dung tệp.");
            }
            return bytes;
        } catch (IOException e) {
            throw DomainException.malformed("Không đọc được nội dung gửi lên.");
        }
    }
}
