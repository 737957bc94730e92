package vn.tongket.report.web;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignDocuments;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.Decisions;
import vn.tongket.campaign.Decisions.Decision;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.LastNotice;
import vn.tongket.report.LastNotices;
import vn.tongket.report.OfficeFigures;
import vn.tongket.report.OfficeStanding;
import vn.tongket.report.Progress;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.SubmissionState;
import vn.tongket.report.UnitStatus;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;

/** One campaign: state, dates, counts, the table of units, documents and what was decided. */
@Controller
class CampaignPage {

    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final Progress progress;
    private final Decisions decisions;
    private final Organization organization;
    private final Accounts accounts;
    private final ObjectProvider<CampaignDocuments> documents;
    private final LastNotices notices;
    private final OfficeFigures office;
    private final ReportAccess reports;
    private final SuperiorPlan above;

    CampaignPage(
            CampaignService campaigns,
            CampaignAccess access,
            Progress progress,
            Decisions decisions,
            Organization organization,
            Accounts accounts,
            ObjectProvider<CampaignDocuments> documents,
            LastNotices notices,
            OfficeFigures office,
            ReportAccess reports,
            SuperiorPlan above) {
        this.campaigns = campaigns;
        this.access = access;
        this.progress = progress;
        this.decisions = decisions;
        this.organization = organization;
        this.accounts = accounts;
        this.documents = documents;
        this.notices = notices;
        this.office = office;
        this.reports = reports;
        this.above = above;
    }

    @GetMapping("/campaigns/{code}")
    String show(@PathVariable String code, Model model) {
        CurrentUser user = CurrentUser.require();
        access.requireReader(code, user);
        Campaign campaign = campaigns.campaign(code);
        boolean all = access.seesAllUnits(code, user);
        List<UnitStatus> units = progress.units(code);
        List<UnitStatus> shown = all ? units : VisibleUnits.of(user, units);
        model.addAttribute("campaign", campaign);
        model.addAttribute("issuer", organization.unit(campaign.issuerId()));
        model.addAttribute("superior", campaigns.superior(code));
        model.addAttribute("dates", campaigns.dates(campaign));
        model.addAttribute("seesAll", all);
        model.addAttribute("above", all ? above.of(campaign, user).orElse(null) : null);
        model.addAttribute("required", VisibleUnits.block(shown, true));
        model.addAttribute("coordinated", VisibleUnits.block(shown, false));
        model.addAttribute("counts", progress.counts(units, true));
        model.addAttribute("coordinatedCounts", progress.counts(units, false));
        model.addAttribute("states", SubmissionState.values());
        model.addAttribute("hasSynthesis", all && campaign.state().hasReached(CampaignState.CONSOLIDATING));
        model.addAttribute("hasConference", all && campaign.state().hasReached(CampaignState.CONFERENCE));
        model.addAttribute(
                "withdraws",
                campaign.state().isCollecting() && user.hasAny(campaigns.issuer(code), UnionRole.THUONG_TRUC));
        model.addAttribute(
                "editsTexts", user.hasAny(campaigns.issuer(code), UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN));
        model.addAttribute(
                "documents",
                documents
                        .orderedStream()
                        .flatMap(some -> some.of(code, user).stream())
                        .toList());
        addDecisions(campaign, all, shown, model);
        addNotices(campaign, shown, model);
        if (all && campaign.issuedAt().isPresent()) {
            OfficeStanding standing = office.standing(code);
            model.addAttribute("office", standing);
            model.addAttribute("entersOffice", reports.entersOffice(standing.unit(), user));
        }
        return "campaign";
    }

    /** A unit's people read what was decided on their own report only. */
    private void addDecisions(Campaign campaign, boolean all, List<UnitStatus> shown, Model model) {
        List<Decision> made = all
                ? decisions.of(campaign.id(), null)
                : shown.stream()
                        .flatMap(unit ->
                                decisions.of(campaign.id(), unit.participant().unitCode()).stream())
                        .toList();
        Map<String, String> names =
                accounts.namesOf(made.stream().map(Decision::actor).distinct().toList());
        model.addAttribute("decisions", made);
        model.addAttribute("names", names);
    }

    private void addNotices(Campaign campaign, List<UnitStatus> shown, Model model) {
        Map<String, LastNotice> last = notices.ofUnits(campaign.id());
        model.addAttribute("notices", last);
        model.addAttribute(
                "unreachable",
                shown.stream()
                        .map(unit -> last.get(unit.participant().unitCode()))
                        .filter(notice -> notice != null && notice.unreachable())
                        .count());
    }
}
