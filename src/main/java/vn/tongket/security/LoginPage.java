package vn.tongket.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page, from which who is logged in already goes on to the start page, and the one for leaving. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String login(@RequestParam Map<String, String> why, @Nullable Authentication login, Model model) {
        if (login != null && login.isAuthenticated()) {
            return "redirect:/";
        }
        if (why.containsKey("error")) {
            model.addAttribute("refusal", "Tên đăng nhập hoặc mật khẩu không đúng.");
        } else if (why.containsKey("wait")) {
            model.addAttribute(
                    "refusal", "Đã nhập sai quá nhiều lần. Đồng chí vui lòng đợi ít phút rồi đăng nhập lại.");
        } else if (why.containsKey("logout")) {
            model.addAttribute("notice", "Đồng chí đã đăng xuất.");
        }
        return "login";
    }

    @GetMapping("/logout")
    String logout() {
        return "logout";
    }
}
