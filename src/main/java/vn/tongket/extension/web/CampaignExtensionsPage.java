package vn.tongket.extension.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.extension.BulkExtensions;
import vn.tongket.extension.ExtensionCommands.AskForMany;
import vn.tongket.extension.ExtensionRequest;
import vn.tongket.extension.ExtensionScope;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/** All requests for more time in a campaign, and the form by which the focal department asks for many. */
@Controller
@RequestMapping("/campaigns/{code}/extensions")
class CampaignExtensionsPage {

    private final BulkExtensions extensions;
    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final Accounts accounts;

    CampaignExtensionsPage(
            BulkExtensions extensions, CampaignService campaigns, CampaignAccess access, Accounts accounts) {
        this.extensions = extensions;
        this.campaigns = campaigns;
        this.access = access;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView show(@PathVariable String code, HttpServletResponse response) {
        CurrentUser user = CurrentUser.require();
        access.requireAllUnits(code, user);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page(code, user, BulkForm.EMPTY);
    }

    /** First says how many units it would move; sends it when the person has seen that number. */
    @PostMapping
    ModelAndView ask(
            @PathVariable String code,
            @RequestParam String target,
            @RequestParam String day,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable Integer counted) {
        CurrentUser user = CurrentUser.require();
        access.require(code, user, UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
        BulkForm form = new BulkForm(Vietnamese.nfc(target), day, PlainText.clean(reason), null);
        TypedDay typed = new TypedDay(day);
        AskForMany ask = new AskForMany(form.meant(), typed.day(), form.reason());
        try {
            int count = extensions.count(code, ask);
            if (counted != null && counted == count) {
                extensions.ask(code, ask, user.id());
                return new ModelAndView("redirect:/campaigns/{code}/extensions");
            }
            return page(code, user, form.counted(count)).addObject("changed", counted != null);
        } catch (DomainException refusal) {
            ModelAndView page = page(code, user, form)
                    .addObject("refusal", refusal.getMessage())
                    .addObject("faults", typed.faults(refusal));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    private ModelAndView page(String code, CurrentUser user, BulkForm form) {
        Campaign campaign = campaigns.campaign(code);
        List<ExtensionRequest> requests = extensions.all(code);
        return new ModelAndView("extension/campaign")
                .addObject("campaign", campaign)
                .addObject("deadline", campaigns.lastAcceptableDay(campaign))
                .addObject("lock", campaigns.milestone(code, "lock").orElse(null))
                .addObject("waiting", extensions.waiting(code).orElse(null))
                .addObject("requests", requests)
                .addObject("names", accounts.namesOf(People.of(requests)))
                .addObject("asks", user.hasAny(campaigns.issuer(code), UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN))
                .addObject("unaskable", unaskable(code))
                .addObject("categories", extensions.choices(code, ExtensionScope.CATEGORY))
                .addObject("seats", extensions.choices(code, ExtensionScope.SEAT))
                .addObject("form", form)
                .addObject("changed", false)
                .addObject("faults", Map.of());
    }

    /** Why nobody can ask now; null when one can. */
    private @Nullable String unaskable(String campaign) {
        try {
            extensions.requireAskable(campaign);
            return null;
        } catch (DomainException refusal) {
            return refusal.getMessage();
        }
    }
}
