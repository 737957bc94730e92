package vn.tongket.reachability.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.organization.UnionRole;
import vn.tongket.reachability.Reachability;
import vn.tongket.reachability.Reachability.Sent;
import vn.tongket.reachability.Reachability.Which;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/** The units' addresses, what is known of each, and test mails: for the issuer's people. */
@Controller
@RequestMapping("/campaigns/{code}/contacts")
class ContactsPage {

    private static final UnionRole[] SENDERS = {UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN, UnionRole.VAN_THU};

    private final Reachability reachability;
    private final CampaignService campaigns;
    private final CampaignAccess access;

    ContactsPage(Reachability reachability, CampaignService campaigns, CampaignAccess access) {
        this.reachability = reachability;
        this.campaigns = campaigns;
        this.access = access;
    }

    /** {@code sent} and {@code held} as {@link #sendTests} redirects. */
    @GetMapping
    ModelAndView show(
            @PathVariable String code,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @Nullable Integer sent,
            @RequestParam(required = false) @Nullable Integer held) {
        CurrentUser user = CurrentUser.require();
        access.requireAllUnits(code, user);
        return page(code, user, which(show), find, page).addObject("sent", sent).addObject("held", held);
    }

    /** To all units, or to {@code unit} only. */
    @PostMapping
    ModelAndView sendTests(@PathVariable String code, @RequestParam(required = false) @Nullable String unit) {
        CurrentUser user = CurrentUser.require();
        access.require(code, user, SENDERS);
        try {
            Sent sent = unit == null ? reachability.sendTests(code) : reachability.sendTests(code, unit);
            return new ModelAndView("redirect:"
                    + UriComponentsBuilder.fromPath("/campaigns/{code}/contacts")
                            .queryParam("sent", sent.queued())
                            .queryParam("held", sent.held())
                            .buildAndExpand(code)
                            .encode());
        } catch (DomainException refusal) {
            ModelAndView page = page(code, user, Which.ALL, "", 0).addObject("refusal", refusal.getMessage());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    private ModelAndView page(String code, CurrentUser user, Which which, String find, int page) {
        Campaign campaign = campaigns.campaign(code);
        return new ModelAndView("reachability/contacts")
                .addObject("campaign", campaign)
                .addObject("maySend", Reachability.isTestable(campaign) && user.hasAny(campaigns.issuer(code), SENDERS))
                .addObject("importer", user.isAdministrator())
                .addObject("counts", reachability.counts(code))
                .addObject("which", which)
                .addObject("find", find)
                .addObject("list", reachability.units(code, which, find, page));
    }

    /** What nobody offered is the whole list. */
    private static Which which(String show) {
        return Arrays.stream(Which.values())
                .filter(which -> which.name().toLowerCase(Locale.ROOT).equals(show))
                .findFirst()
                .orElse(Which.ALL);
    }
}
