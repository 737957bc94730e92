package vn.tongket.campaign.web;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.organization.OrganizationImport;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.Vietnamese;

/** The page on which the two files are uploaded; what is wrong with a file is listed whole. */
@Controller
class ImportPage {

    /** A longer list helps nobody; the sentence above it has the full count, the API the rest. */
    private static final int SHOWN = 300;

    private final Imports imports;

    ImportPage(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/import")
    ModelAndView show() {
        return page(CurrentUser.require());
    }

    @PostMapping("/import/organization")
    ModelAndView organization(@RequestParam MultipartFile file) {
        return take(file, (content, page) -> {
            OrganizationImport.Taken taken = imports.organization(content, CurrentUser.require());
            page.addObject("done", "Đã nhập tệp tổ chức: " + Vietnamese.count(taken.units()) + " đơn vị.")
                    .addObject("remarks", taken.remarks());
        });
    }

    @PostMapping("/import/campaign")
    ModelAndView campaign(@RequestParam MultipartFile file) {
        return take(file, (content, page) -> {
            CampaignImport.Taken taken = imports.campaign(content, CurrentUser.require());
            page.addObject("done", "Đã nhập chiến dịch " + taken.code() + ".")
                    .addObject("code", taken.code())
                    .addObject("remarks", taken.remarks());
        });
    }

    private ModelAndView take(MultipartFile file, BiConsumer<byte[], ModelAndView> work) {
        ModelAndView page = page(CurrentUser.require()).addObject("file", file.getOriginalFilename());
        try {
            if (file.isEmpty()) {
                throw DomainException.refused("Đồng chí chưa chọn tệp, hoặc tệp rỗng.");
            }
            work.accept(bytes(file), page);
        } catch (DomainException refusal) {
            if (refusal.kind() == DomainException.Kind.FORBIDDEN) {
                throw refusal;
            }
            List<Fault> faults = refusal.faults();
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("refusal", refusal.getMessage())
                    .addObject("faults", faults.subList(0, Math.min(faults.size(), SHOWN)))
                    .addObject("notShown", Math.max(0, faults.size() - SHOWN));
        }
        return page;
    }

    private ModelAndView page(CurrentUser user) {
        if (!imports.mayImportCampaigns(user)) {
            throw DomainException.forbidden("Đồng chí không được nhập tệp.");
        }
        return new ModelAndView("import").addObject("administrator", user.isAdministrator());
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
