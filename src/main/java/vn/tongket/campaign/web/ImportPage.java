package vn.tongket.campaign.web;

import java.io.IOException;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/** The page on which the two files are uploaded; what is wrong with a file is listed whole. */
@Controller
class ImportPage {

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
        return take(file, user -> "Đã nhập tệp tổ chức: " + imports.organization(bytes(file), user) + " đơn vị.");
    }

    @PostMapping("/import/campaign")
    ModelAndView campaign(@RequestParam MultipartFile file) {
        String[] code = new String[1];
        ModelAndView page = take(file, user -> {
            code[0] = imports.campaign(bytes(file), user);
            return "Đã nhập chiến dịch " + code[0] + ".";
        });
        return page.addObject("code", code[0]);
    }

    private ModelAndView take(MultipartFile file, Function<CurrentUser, String> work) {
        CurrentUser user = CurrentUser.require();
        ModelAndView page = page(user).addObject("file", file.getOriginalFilename());
        try {
            if (file.isEmpty()) {
                throw DomainException.refused("Đồng chí chưa chọn tệp.");
            }
            page.addObject("done", work.apply(user));
        } catch (DomainException refusal) {
            if (refusal.kind() == DomainException.Kind.FORBIDDEN) {
                throw refusal;
            }
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("refusal", refusal.getMessage()).addObject("faults", refusal.faults());
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
