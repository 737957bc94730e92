package vn.tongket.report.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.Exemption;
import vn.tongket.report.ExemptionKind;
import vn.tongket.report.Exemptions;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportView;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/** Where the focal department proposes that a unit need not report, and all of the issuer read what became of it. */
@Controller
@RequestMapping("/reports/{campaign}/{unit}/exemption")
class ExemptionPage {

    /** A proposal in words. */
    record Line(String kind, String reason, String proposed, boolean waits, String outcome, String answer) {

        static Line of(Exemption exemption, Map<String, String> names) {
            Exemption.Outcome outcome = exemption.outcome();
            return new Line(
                    exemption.kind().label(),
                    exemption.reason(),
                    named(exemption.proposedBy(), names) + ", " + Vietnamese.minute(exemption.proposedAt()),
                    exemption.waits(),
                    outcome == null || exemption.decidedAt() == null
                            ? "Chờ Thường trực quyết định"
                            : outcome.label() + ", " + by(exemption.decidedBy(), names)
                                    + Vietnamese.minute(exemption.decidedAt()),
                    Optional.ofNullable(exemption.answer()).orElse(""));
        }

        private static String by(@Nullable String decider, Map<String, String> names) {
            return decider == null ? "" : named(decider, names) + ", ";
        }

        private static String named(String user, Map<String, String> names) {
            return names.getOrDefault(user, user);
        }
    }

    private final Exemptions exemptions;
    private final ReportDrafting drafting;
    private final ReportAccess access;
    private final CampaignService campaigns;
    private final Accounts accounts;

    ExemptionPage(
            Exemptions exemptions,
            ReportDrafting drafting,
            ReportAccess access,
            CampaignService campaigns,
            Accounts accounts) {
        this.exemptions = exemptions;
        this.drafting = drafting;
        this.access = access;
        this.campaigns = campaigns;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String campaign,
            @PathVariable String unit,
            HttpServletRequest request,
            HttpServletResponse response) {
        CurrentUser user = CurrentUser.require();
        access.requireIssuer(campaign, user);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return FieldFaults.none(page(campaign, unit, user).addObject("embedded", ReportPage.isEmbedded(request)));
    }

    @PostMapping
    ModelAndView propose(
            @PathVariable String campaign,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason) {
        CurrentUser user = CurrentUser.require();
        access.requireReviewer(campaign, user);
        try {
            exemptions.propose(campaign, unit, kind(kind), PlainText.clean(reason), user.id());
            return new ModelAndView("redirect:/reports/{campaign}/{unit}/exemption");
        } catch (DomainException refusal) {
            ModelAndView page = page(campaign, unit, user)
                    .addObject("embedded", false)
                    .addObject("kind", kind)
                    .addObject("reason", reason);
            return FieldFaults.show(page, refusal);
        }
    }

    private static @Nullable ExemptionKind kind(String name) {
        return Arrays.stream(ExemptionKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private ModelAndView page(String campaign, String unit, CurrentUser user) {
        ReportView view = drafting.unitView(campaign, unit);
        List<Exemption> proposals = exemptions.of(campaign, unit);
        Map<String, String> names = accounts.namesOf(proposals.stream()
                .flatMap(proposal -> Stream.of(proposal.proposedBy(), proposal.decidedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new ModelAndView("report/exemption")
                .addObject("view", view)
                .addObject("kinds", ExemptionKind.values())
                .addObject(
                        "lines",
                        proposals.stream()
                                .map(proposal -> Line.of(proposal, names))
                                .toList())
                .addObject(
                        "proposable",
                        access.mayReview(campaigns.issuer(campaign), user)
                                && view.campaign().state().isCollecting()
                                && view.report().isExemptible()
                                && proposals.stream().noneMatch(Exemption::waits));
    }
}
