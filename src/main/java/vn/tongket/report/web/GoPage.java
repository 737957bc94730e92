package vn.tongket.report.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.WorkList;
import vn.tongket.campaign.WorkList.WorkItem;
import vn.tongket.report.ReportAccess;
import vn.tongket.security.CurrentUser;

/**
 * Where the links in mails lead: to the person's own open task, or to the page when there is none. The address stays
 * the same while tasks come and go, and has no fragment, which a login would lose.
 */
@Controller
class GoPage {

    private final WorkList work;
    private final CampaignAccess campaigns;
    private final ReportAccess reports;

    GoPage(WorkList work, CampaignAccess campaigns, ReportAccess reports) {
        this.work = work;
        this.campaigns = campaigns;
        this.reports = reports;
    }

    @GetMapping("/go/{campaign}")
    RedirectView toCampaign(@PathVariable String campaign) {
        CurrentUser user = CurrentUser.require();
        campaigns.requireReader(campaign, user);
        return to(work.of(user, campaign, null).map(WorkItem::url).orElseGet(() -> path("campaigns", campaign)));
    }

    @GetMapping("/go/{campaign}/{unit}")
    RedirectView toReport(@PathVariable String campaign, @PathVariable String unit) {
        CurrentUser user = CurrentUser.require();
        reports.requireReader(campaign, unit, user);
        return to(work.of(user, campaign, unit).map(WorkItem::url).orElseGet(() -> path("reports", campaign, unit)));
    }

    private static String path(String... segments) {
        return UriComponentsBuilder.newInstance()
                .path("/")
                .pathSegment(segments)
                .encode()
                .toUriString();
    }

    /** As it is: the engine's address holds signs that would be taken for places to fill in. */
    private static RedirectView to(String path) {
        RedirectView view = new RedirectView(path, true);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
