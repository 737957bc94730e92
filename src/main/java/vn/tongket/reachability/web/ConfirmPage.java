package vn.tongket.reachability.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.tongket.reachability.Confirmations;

/**
 * What the link in a test mail opens, for whoever holds it. Opening confirms nothing: mail servers that look into links
 * open them too.
 */
@Controller
@RequestMapping("/mail/confirm/{token}")
class ConfirmPage {

    private final Confirmations confirmations;

    ConfirmPage(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    /** The address is the secret: it is told to no other site, kept by no browser, found by no search engine. */
    @ModelAttribute
    void keepSecret(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    @GetMapping
    String show(@PathVariable String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("confirmation", confirmations.of(token));
        return "reachability/confirm";
    }

    @PostMapping
    String confirm(@PathVariable String token) {
        confirmations.confirm(token);
        return "redirect:/mail/confirm/{token}";
    }
}
