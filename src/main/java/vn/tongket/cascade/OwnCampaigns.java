package vn.tongket.cascade;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignTree;
import vn.tongket.campaign.Deadline.Semantics;
import vn.tongket.campaign.Decisions;
import vn.tongket.cascade.PlanBelow.Parties;
import vn.tongket.organization.Organization;
import vn.tongket.organization.Organization.MemberCategory;
import vn.tongket.organization.UnionUnit;
import vn.tongket.report.ReportDeadlines;
import vn.tongket.report.ReportDeadlines.Owed;
import vn.tongket.report.ReportIntake;
import vn.tongket.report.SubmissionState;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.ImportFile;
import vn.tongket.shared.ImportJson;
import vn.tongket.shared.Vietnamese;

/**
 * A participant that has unions below it opens its own campaign under its superior's plan: the same outline and
 * appendices, its own earlier deadline, participants and people, and the same way from the plan to the report upward.
 */
@Service
@Transactional
public class OwnCampaigns {

    /** What was opened, and what was mended in the additions or is not asked of the unions below. */
    public record Opened(String code, List<Fault> remarks) {}

    /** The report is still at its beginning: nothing of it was handed over. */
    private static final Set<SubmissionState> BEFORE_HANDING_OVER =
            EnumSet.of(SubmissionState.NOT_STARTED, SubmissionState.DRAFTING);

    private final CampaignService campaigns;
    private final CampaignDefinitions definitions;
    private final CampaignTree tree;
    private final CampaignImport imports;
    private final ReportDeadlines deadlines;
    private final ReportIntake intake;
    private final Organization organization;
    private final WorkingCalendar calendar;
    private final Staff staff;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnCampaigns(
            CampaignService campaigns,
            CampaignDefinitions definitions,
            CampaignTree tree,
            CampaignImport imports,
            ReportDeadlines deadlines,
            ReportIntake intake,
            Organization organization,
            WorkingCalendar calendar,
            Staff staff,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.definitions = definitions;
        this.tree = tree;
        this.imports = imports;
        this.deadlines = deadlines;
        this.intake = intake;
        this.organization = organization;
        this.calendar = calendar;
        this.staff = staff;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /** The campaign that the unit has opened under that one, if it has. */
    @Transactional(readOnly = true)
    public Optional<Campaign> of(String campaign, String unit) {
        return tree.below(campaigns.campaign(campaign), unit);
    }

    /** Whether the unit could open one now. */
    @Transactional(readOnly = true)
    public boolean isOpenable(String campaign, String unit) {
        Campaign superior = campaigns.campaign(campaign);
        Owed owed = deadlines.of(campaign, unit);
        try {
            requireOpenable(superior, unit, owed);
            return true;
        } catch (DomainException refusal) {
            return false;
        }
    }

    /** What the unit's campaign would begin with; refuses, before anything is typed, what no input would mend. */
    @Transactional(readOnly = true)
    public Proposal propose(String campaign, String unit) {
        Campaign superior = campaigns.campaign(campaign);
        Owed owed = deadlines.of(campaign, unit);
        requireOpenable(superior, unit, owed);
        OpeningDates dates = dates(owed);
        CampaignFile file = definitions.of(superior.id());
        List<StaffPart> parts = staff.of(unit);
        List<MemberCategory> members = organization.memberCategories(unit);
        LocalDate lastDay = dates.proposed();
        Opening opening = new Opening(
                OpeningWords.code(superior.code(), unit),
                superior.title(),
                CampaignDepartment.below(file.campaign().focalDepartment()).name(),
                lastDay,
                Semantics.BY,
                dates.remindersFrom(superior.reminderOffsets(), lastDay),
                parts.stream().collect(Collectors.toMap(StaffPart::role, StaffPart::proposed)),
                null);
        return new Proposal(
                opening,
                owed.deadline(),
                dates.latest(),
                parts,
                staff.names(parts),
                members,
                FormsBelow.remarks(file, members));
    }

    /** The superior's campaign file, for a union that adds to it. */
    @Transactional(readOnly = true)
    public byte[] superiorsFile(String campaign) {
        try {
            return ImportJson.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(campaigns.definition(campaign));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens it, whole or not at all; refuses all faults together, each at its field or its place in the file. */
    public Opened open(String campaign, String unit, Opening opening, String actor) {
        Campaign superior = campaigns.campaign(campaign);
        intake.holdOpen(superior.id());
        Owed owed = deadlines.hold(campaign, unit);
        requireOpenable(superior, unit, owed);
        OpeningDates dates = dates(owed);
        UnionUnit union = organization.unit(unit);
        List<Fault> faults = faultsOf(opening, dates, staff.of(unit));
        LocalDate nominal = opening.nominal();
        if (nominal == null || !faults.isEmpty()) {
            throw DomainException.refused("Chưa mở được chiến dịch.", faults);
        }
        events.publishEvent(new IssuerStaffed(unit, union.shortName(), opening.people()));
        Parties parties = new Parties(superior, organization.unit(superior.issuerId()), union);
        ImportFile file = new DefinitionBelow(parties, definitions.of(superior.id())).of(opening, nominal, dates);
        CampaignImport.Taken taken = imports.takeUnder(file, superior, owed.report());
        decisions.record(superior.id(), unit, "Mở chiến dịch của đơn vị: " + taken.code(), actor, null);
        decisions.record(
                campaigns.campaign(taken.code()).id(),
                null,
                "Mở chiến dịch theo kế hoạch " + superior.plan().number(),
                actor,
                null);
        return new Opened(taken.code(), remarks(taken, unit));
    }

    private List<Fault> remarks(CampaignImport.Taken taken, String unit) {
        List<Fault> remarks = new ArrayList<>(taken.remarks());
        FormsBelow.remarks(campaigns.definition(taken.code()), organization.memberCategories(unit))
                .forEach(sentence -> remarks.add(new Fault("$.appendices", sentence)));
        return remarks;
    }

    private List<Fault> faultsOf(Opening opening, OpeningDates dates, List<StaffPart> parts) {
        List<Fault> faults = new ArrayList<>(OpeningWords.faultsOf(opening));
        if (faults.stream().noneMatch(fault -> fault.path().equals(OpeningWords.CODE))
                && campaigns.exists(opening.code())) {
            faults.add(new Fault(OpeningWords.CODE, "Mã “" + opening.code() + "” đã có chiến dịch dùng."));
        }
        if (opening.nominal() == null) {
            faults.add(new Fault("nominal", "Cần ghi hạn gửi báo cáo."));
        } else {
            LocalDate lastDay = OpeningDates.lastDay(opening.nominal(), opening.semantics());
            dates.faultOf(lastDay, "nominal").ifPresent(faults::add);
            faults.addAll(dates.remindersFaults(opening.reminders(), lastDay));
        }
        faults.addAll(Staff.faultsOf(parts, opening.people()));
        return faults;
    }

    private OpeningDates dates(Owed owed) {
        return new OpeningDates(calendar.days(), LocalDate.now(clock), owed.deadline());
    }

    private void requireOpenable(Campaign superior, String unit, Owed owed) {
        tree.below(superior, unit).ifPresent(own -> {
            throw DomainException.conflict(
                    "Đơn vị đã mở chiến dịch “" + own.code() + "” theo kế hoạch này; mỗi kế hoạch chỉ mở một lần.");
        });
        if (!superior.state().isCollecting()) {
            throw DomainException.refused("Chiến dịch của cấp trên đang ở bước “"
                    + superior.state().label() + "”; chỉ mở được chiến dịch của đơn vị khi cấp trên còn nhận báo cáo.");
        }
        if (!BEFORE_HANDING_OVER.contains(owed.state())) {
            throw DomainException.refused("Báo cáo của đơn vị đang ở trạng thái “"
                    + owed.state().label()
                    + "”; chỉ mở được chiến dịch của đơn vị trước khi trình ký báo cáo.");
        }
        if (organization.memberCategories(unit).stream().noneMatch(MemberCategory::required)) {
            throw DomainException.refused(
                    "Đơn vị không có công đoàn trực thuộc nào phải gửi báo cáo, nên không mở chiến dịch của mình.");
        }
        OpeningDates dates = dates(owed);
        if (!dates.hasRoom()) {
            throw DomainException.refused("Hạn của đơn vị với cấp trên (hết ngày " + Vietnamese.day(owed.deadline())
                    + ") đã quá gần: không còn ngày nào để các công đoàn trực thuộc gửi báo cáo trước hạn ấy.");
        }
    }
}
