package vn.tongket.conference.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.conference.Amendment;
import vn.tongket.conference.Conference;
import vn.tongket.conference.ConferenceService;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;

/** The sessions of the Executive Committee, and the list on which the latest one's amendments are ticked off. */
@Controller
@RequestMapping("/campaigns/{code}/amendments")
class AmendmentsPage {

    private final ConferenceService conferences;
    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final Accounts accounts;

    AmendmentsPage(ConferenceService conferences, CampaignService campaigns, CampaignAccess access, Accounts accounts) {
        this.conferences = conferences;
        this.campaigns = campaigns;
        this.access = access;
        this.accounts = accounts;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        CurrentUser user = CurrentUser.require();
        access.requireAllUnits(code, user);
        Campaign campaign = campaigns.campaign(code);
        List<Conference> sessions = conferences.all(code);
        List<Amendment> amendments =
                sessions.isEmpty() ? List.of() : conferences.amendments(sessions.get(sessions.size() - 1));
        model.addAttribute("campaign", campaign);
        model.addAttribute("sessions", sessions);
        model.addAttribute("amendments", amendments);
        model.addAttribute(
                "left",
                amendments.stream().filter(amendment -> !amendment.done()).count());
        model.addAttribute(
                "names",
                accounts.namesOf(amendments.stream()
                        .flatMap(amendment -> java.util.stream.Stream.ofNullable(amendment.doneBy()))
                        .distinct()
                        .toList()));
        model.addAttribute(
                "writable",
                campaign.state() == CampaignState.CONFERENCE
                        && user.hasAny(campaigns.issuer(code), UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN));
        return "amendments";
    }

    @PostMapping("/{amendment}")
    String tick(@PathVariable String code, @PathVariable UUID amendment, @RequestParam boolean done) {
        CurrentUser user = CurrentUser.require();
        access.require(code, user, UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
        conferences.tick(code, amendment, done, user.id());
        return "redirect:"
                + UriComponentsBuilder.fromPath("/campaigns/{code}/amendments")
                        .buildAndExpand(code)
                        .encode();
    }
}
