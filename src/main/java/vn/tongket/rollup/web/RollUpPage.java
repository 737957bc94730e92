package vn.tongket.rollup.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.Totals;
import vn.tongket.security.CurrentUser;

/** The totals of a campaign by appendix, and the rules that they break; for the issuer's people. */
@Controller
@RequestMapping("/campaigns/{code}/rollup")
class RollUpPage {

    private final RollUps rollUps;
    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final RollUpHead head;

    RollUpPage(RollUps rollUps, CampaignService campaigns, CampaignAccess access, RollUpHead head) {
        this.rollUps = rollUps;
        this.campaigns = campaigns;
        this.access = access;
        this.head = head;
    }

    @GetMapping
    String totals(@PathVariable String code, Model model) {
        access.requireAllUnits(code, CurrentUser.require());
        Totals totals = rollUps.of(code);
        model.addAttribute("head", head.of(code));
        model.addAttribute(
                "tables",
                totals.sheet().form().appendices().stream()
                        .map(appendix -> RollUpTable.of(appendix, totals))
                        .toList());
        return "rollup/totals";
    }

    @GetMapping("/checks")
    String checks(@PathVariable String code, Model model) {
        access.requireAllUnits(code, CurrentUser.require());
        model.addAttribute("head", head.of(code));
        model.addAttribute(
                "checks",
                TotalChecks.of(rollUps.of(code), campaigns.definition(code).rules()));
        return "rollup/checks";
    }
}
