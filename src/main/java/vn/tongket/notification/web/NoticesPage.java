package vn.tongket.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.mail.MailDelivery;
import vn.tongket.notification.NoticeLog;
import vn.tongket.report.Progress;
import vn.tongket.security.CurrentUser;

/** The page of a campaign's notices: what, to whom, and whether it arrived. */
@Controller
class NoticesPage {

    private final NoticeLog log;
    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final Progress progress;
    private final MailDelivery mail;

    NoticesPage(NoticeLog log, CampaignService campaigns, CampaignAccess access, Progress progress, MailDelivery mail) {
        this.log = log;
        this.campaigns = campaigns;
        this.access = access;
        this.progress = progress;
        this.mail = mail;
    }

    @GetMapping("/campaigns/{code}/notices")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean undelivered,
            @RequestParam(defaultValue = "0") int page,
            HttpServletResponse response,
            Model model) {
        access.requireAllUnits(code, CurrentUser.require());
        String chosen = unit == null || unit.isBlank() ? null : unit;
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("campaign", campaigns.campaign(code));
        model.addAttribute("log", log.page(code, chosen, undelivered, page));
        model.addAttribute("units", progress.units(code));
        model.addAttribute("unit", chosen);
        model.addAttribute("undelivered", undelivered);
        model.addAttribute("pausedUntil", mail.pausedUntil().orElse(null));
        return "notices";
    }
}
