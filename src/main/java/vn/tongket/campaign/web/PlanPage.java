package vn.tongket.campaign.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Participants;
import vn.tongket.organization.ContactRole;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/** The plan: drafted by the issuer's Propaganda Department, afterwards to be read by all who have a part in it. */
@Controller
@RequestMapping("/campaigns/{code}/plan")
class PlanPage {

    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final Participants participants;
    private final Organization organization;

    PlanPage(CampaignService campaigns, CampaignAccess access, Participants participants, Organization organization) {
        this.campaigns = campaigns;
        this.access = access;
        this.participants = participants;
        this.organization = organization;
    }

    /** A line of the list of participants; {@code address} is null when there is none or it is not to be shown. */
    public record Line(
            String name, boolean required, @Nullable String address) {}

    @GetMapping
    ModelAndView show(@PathVariable String code) {
        CurrentUser user = CurrentUser.require();
        access.requireReader(code, user);
        return page(code, user, PlanForm.of(campaigns.campaign(code)));
    }

    @PostMapping
    ModelAndView save(@PathVariable String code, @RequestParam MultiValueMap<String, String> fields) {
        CurrentUser user = CurrentUser.require();
        access.require(code, user, UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
        PlanForm form = PlanInput.form(fields);
        PlanInput.Read read = PlanInput.draft(form);
        if (read.draft() == null) {
            return refused(page(code, user, form), "Chưa ghi được kế hoạch.", read.faults());
        }
        try {
            campaigns.redraft(code, read.draft(), form.version());
        } catch (DomainException refusal) {
            return refused(page(code, user, form), String.valueOf(refusal.getMessage()), refusal.faults());
        }
        return new ModelAndView("redirect:"
                + UriComponentsBuilder.fromPath("/campaigns/{code}/plan")
                        .query("saved")
                        .buildAndExpand(code)
                        .encode());
    }

    private static ModelAndView refused(ModelAndView page, String refusal, List<Fault> faults) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addObject("refusal", refusal).addObject("faults", faults);
    }

    private ModelAndView page(String code, CurrentUser user, PlanForm form) {
        Campaign campaign = campaigns.campaign(code);
        boolean issuers = access.seesAllUnits(code, user);
        boolean writable = campaign.isDrafting()
                && user.hasAny(campaigns.issuer(code), UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
        CampaignFile definition = campaigns.definition(code);
        return new ModelAndView("plan")
                .addObject("campaign", campaign)
                .addObject("form", form)
                .addObject("writable", writable)
                .addObject("issuers", issuers)
                .addObject("dates", campaigns.dates(campaign))
                .addObject("open", campaign.isDrafting() && issuers ? campaigns.draftFaults(code) : List.of())
                .addObject("kinds", MilestoneKind.LABELS)
                .addObject("basis", definition.campaign().basisDocuments())
                .addObject("outline", definition.outline())
                .addObject("appendices", definition.appendices())
                .addObject("lists", definition.listForms())
                .addObject("lines", lines(campaign, code, issuers));
    }

    /** Frozen ones once the plan is issued, before it those of today's tree. */
    private List<Line> lines(Campaign campaign, String code, boolean issuers) {
        var frozen = participants.of(campaign.id());
        if (!frozen.isEmpty()) {
            return frozen.stream()
                    .map(participant -> new Line(participant.unitName(), participant.required(), null))
                    .toList();
        }
        return organization.members(campaigns.issuer(code)).stream()
                .map(member -> new Line(
                        member.unit().name(),
                        member.required(),
                        Optional.of(member.unit())
                                .filter(unit -> issuers)
                                .flatMap(unit ->
                                        unit.address(ContactRole.OFFICER, ContactRole.OFFICE, ContactRole.CHAIR))
                                .orElse(null)))
                .toList();
    }
}
