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
import vn.tongket.campaign.Participants;
import vn.tongket.extension.ExtensionCommands.Ask;
import vn.tongket.extension.ExtensionRequest;
import vn.tongket.extension.Extensions;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportDeadlines;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;

/** A unit asks for more time here and sees what became of it; for the issuer's people it is the tab of their tasks. */
@Controller
@RequestMapping("/reports/{campaign}/{unit}/extension")
class UnitExtensionPage {

    /** The fields as typed. */
    record Form(String day, String reason, String letterNumber) {

        static final Form EMPTY = new Form("", "", "");
    }

    private final Extensions extensions;
    private final ReportDeadlines deadlines;
    private final CampaignService campaigns;
    private final Participants participants;
    private final ReportAccess access;
    private final CampaignAccess issuers;
    private final Accounts accounts;

    UnitExtensionPage(
            Extensions extensions,
            ReportDeadlines deadlines,
            CampaignService campaigns,
            Participants participants,
            ReportAccess access,
            CampaignAccess issuers,
            Accounts accounts) {
        this.extensions = extensions;
        this.deadlines = deadlines;
        this.campaigns = campaigns;
        this.participants = participants;
        this.access = access;
        this.issuers = issuers;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView show(@PathVariable String campaign, @PathVariable String unit, HttpServletResponse response) {
        CurrentUser user = CurrentUser.require();
        access.requireReader(campaign, unit, user);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page(campaign, unit, user, Form.EMPTY);
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable String campaign,
            @PathVariable String unit,
            @RequestParam String day,
            @RequestParam String reason,
            @RequestParam String letterNumber) {
        CurrentUser user = CurrentUser.require();
        access.requireReader(campaign, unit, user);
        if (!mayAsk(unit, user)) {
            throw DomainException.forbidden("Chỉ cán bộ, Chủ tịch của đơn vị được xin gia hạn.");
        }
        Form form = new Form(day, PlainText.clean(reason), PlainText.clean(letterNumber));
        TypedDay typed = new TypedDay(day);
        try {
            extensions.ask(campaign, unit, new Ask(typed.day(), form.reason(), form.letterNumber()), user.id());
            return new ModelAndView("redirect:/reports/{campaign}/{unit}/extension");
        } catch (DomainException refusal) {
            ModelAndView page = page(campaign, unit, user, form)
                    .addObject("refusal", refusal.getMessage())
                    .addObject("faults", typed.faults(refusal));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    private ModelAndView page(String code, String unit, CurrentUser user, Form form) {
        Campaign campaign = campaigns.campaign(code);
        List<ExtensionRequest> requests = extensions.of(code, unit);
        return new ModelAndView("extension/unit")
                .addObject("campaign", campaign)
                .addObject("participant", participants.of(campaign.id(), unit))
                .addObject("owed", deadlines.of(code, unit))
                .addObject("lock", campaigns.milestone(code, "lock").orElse(null))
                .addObject("requests", requests)
                .addObject("names", accounts.namesOf(People.of(requests)))
                .addObject("issuers", issuers.seesAllUnits(code, user))
                .addObject("own", mayAsk(unit, user))
                .addObject("unaskable", unaskable(code, unit))
                .addObject("form", form)
                .addObject("faults", Map.of());
    }

    private boolean mayAsk(String unit, CurrentUser user) {
        return access.isOfficer(unit, user) || access.isChair(unit, user);
    }

    /** Why the unit cannot ask now; null when it can. */
    private @Nullable String unaskable(String campaign, String unit) {
        try {
            extensions.requireAskable(campaign, unit);
            return null;
        } catch (DomainException refusal) {
            return refusal.getMessage();
        }
    }
}
