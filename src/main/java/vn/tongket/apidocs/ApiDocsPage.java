package vn.tongket.apidocs;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The API's description for people: one page, without scripts. */
@Controller
class ApiDocsPage {

    private final ApiReader reader;

    ApiDocsPage(ApiReader reader) {
        this.reader = reader;
    }

    @GetMapping(path = "/api/docs", produces = MediaType.TEXT_HTML_VALUE)
    String page(Model model) {
        model.addAttribute("introduction", reader.introduction());
        model.addAttribute("groups", reader.groups());
        model.addAttribute("types", reader.types());
        return "api-docs";
    }
}
