package vn.tongket.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Participant;
import vn.tongket.campaign.Participants;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionRole;
import vn.tongket.organization.UnionUnit;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportForm;
import vn.tongket.report.ReportView;
import vn.tongket.report.ReturnAnswers;
import vn.tongket.shared.DomainException;
import vn.tongket.workflow.Inbox;
import vn.tongket.workflow.OpenTask;

/** Sends and accepts sample reports for units, through the same services and tasks that people use. */
@Service
@Profile("demo")
public class Samples {

    /** How far a sample report goes. */
    public enum UpTo {
        SUBMITTED,
        ACCEPTED
    }

    private final CampaignService campaigns;
    private final Participants participants;
    private final Organization organization;
    private final ReportDrafting reports;
    private final ReturnAnswers answers;
    private final Inbox inbox;
    private final DemoLogins logins;
    private final TimeTravel time;

    Samples(
            CampaignService campaigns,
            Participants participants,
            Organization organization,
            ReportDrafting reports,
            ReturnAnswers answers,
            Inbox inbox,
            DemoLogins logins,
            TimeTravel time) {
        this.campaigns = campaigns;
        this.participants = participants;
        this.organization = organization;
        this.reports = reports;
        this.answers = answers;
        this.inbox = inbox;
        this.logins = logins;
        this.time = time;
    }

    /** For those units (none named: all); answers how many reports moved. */
    public int send(String campaign, List<String> unitCodes, UpTo upTo) {
        time.settle();
        Map<String, Participant> chosen = participants
                .of(campaigns.campaign(campaign).id())
                .stream()
                .filter(participant -> unitCodes.isEmpty() || unitCodes.contains(participant.unitCode()))
                .collect(Collectors.toMap(participant -> campaign + "/" + participant.unitCode(), one -> one));
        if (chosen.size() < unitCodes.size() || chosen.isEmpty()) {
            throw DomainException.refused("Có đơn vị không tham gia chiến dịch, hoặc kế hoạch chưa ban hành.");
        }
        Set<String> moved = new HashSet<>();
        moved.addAll(step(campaign, "UserTask_ReceivePlan", chosen, this::receive));
        moved.addAll(step(campaign, "UserTask_HoldReview", chosen, this::hold));
        moved.addAll(step(campaign, "UserTask_WriteUnitReport", chosen, this::write));
        moved.addAll(step(campaign, "UserTask_SignUnitReport", chosen, this::sign));
        time.settle();
        if (upTo == UpTo.ACCEPTED) {
            moved.addAll(step(campaign, "UserTask_ReviewUnitReport", chosen, this::accept));
            time.settle();
        }
        return moved.size();
    }

    @FunctionalInterface
    private interface Step {
        void take(String campaign, Participant participant, OpenTask task);
    }

    private Set<String> step(String campaign, String taskKey, Map<String, Participant> chosen, Step step) {
        Set<String> moved = new HashSet<>();
        for (OpenTask task : inbox.open(campaign)) {
            Participant participant = chosen.get(task.businessKey());
            if (participant != null && task.taskKey().equals(taskKey)) {
                step.take(campaign, participant, task);
                moved.add(participant.unitCode());
            }
        }
        return moved;
    }

    private void receive(String campaign, Participant participant, OpenTask task) {
        complete(
                task,
                officer(participant, UnionRole.CAN_BO),
                Map.of(
                        "reviewForm",
                        "OWN_CONFERENCE",
                        "personInCharge",
                        "Cán bộ " + participant.shortName(),
                        "ownDate",
                        campaigns.dates(campaign).lastWorkingDay().toString()));
    }

    private void hold(String campaign, Participant participant, OpenTask task) {
        complete(
                task,
                officer(participant, UnionRole.CAN_BO),
                Map.of(
                        "heldOn",
                        time.now().toLocalDate().toString(),
                        "reviewForm",
                        "OWN_CONFERENCE",
                        "present",
                        60 + Math.floorMod(participant.unitCode().hashCode(), 80),
                        "minutes",
                        "Hội nghị đã nghe dự thảo báo cáo, thảo luận và thống nhất nội dung."));
    }

    private void write(String campaign, Participant participant, OpenTask task) {
        fillIn(campaign, participant);
        String user = officer(participant, UnionRole.CAN_BO);
        answer(campaign, participant.unitCode(), user);
        complete(task, user, Map.of());
    }

    /** A text under each heading, a figure in each open cell, some rows in each list. */
    void fillIn(String campaign, Participant participant) {
        String unit = participant.unitCode();
        String user = officer(participant, UnionRole.CAN_BO);
        CampaignFile file = campaigns.definition(campaign);
        ReportView view = reports.view(campaign, unit);
        ReportForm form = view.form();
        for (CampaignFile.Section section : form.sections()) {
            if (!section.isHeading()) {
                String text = SampleText.section(file, section, participant.unitName(), unit.hashCode());
                reports.writeSection(campaign, unit, section.code(), text, null, user);
            }
        }
        Map<String, Map<String, @Nullable String>> figures = figures(file, participant);
        if (form.ownCampaign() != null) {
            // What came from the union's own campaign stays.
            view.content()
                    .figures()
                    .forEach((row, years) ->
                            figures.getOrDefault(row, new HashMap<>()).keySet().removeAll(years.keySet()));
        }
        reports.writeFigures(campaign, unit, figures, false, null, user);
        for (CampaignFile.ListForm list : form.lists()) {
            var rows = SampleLists.rows(
                    list,
                    participant.unitName(),
                    unit.hashCode(),
                    file.campaign().period().toYear());
            reports.writeList(campaign, unit, list.code(), rows, null, user);
        }
    }

    private void answer(String campaign, String unit, String user) {
        Map<String, ReturnAnswers.Change> open = answers.returns(campaign, unit).stream()
                .limit(1)
                .flatMap(last -> last.reasons().stream())
                .filter(reason -> !reason.isAnswered())
                .collect(Collectors.toMap(
                        reason -> reason.id().toString(),
                        reason -> new ReturnAnswers.Change(null, "Đơn vị đã rà soát và bổ sung theo yêu cầu.")));
        answers.answer(campaign, unit, open, user);
    }

    private Map<String, Map<String, @Nullable String>> figures(CampaignFile file, Participant participant) {
        UnionUnit unit = organization.unit(participant.unitId());
        Map<String, Map<String, @Nullable String>> cells = new HashMap<>();
        SampleFigures.of(
                        file,
                        unit.code(),
                        participant.category(),
                        unit.demoWorkers().orElse(300),
                        unit.demoGrassroots().orElse(1),
                        participant.leaf(),
                        unit.validFrom().map(java.time.LocalDate::getYear).orElse(null))
                .forEach((code, years) -> cells.put(code, new HashMap<>(years)));
        return cells;
    }

    private void sign(String campaign, Participant participant, OpenTask task) {
        int number = 10 + Math.floorMod(participant.unitCode().hashCode(), 80);
        String abbr = organization.unit(participant.unitId()).abbr().orElse(participant.unitCode());
        complete(
                task,
                officer(participant, UnionRole.CHU_TICH),
                Map.of(
                        "decision",
                        "sign",
                        "number",
                        number + "/BC-" + abbr,
                        "signedOn",
                        time.now().toLocalDate().toString()));
    }

    private void accept(String campaign, Participant participant, OpenTask task) {
        complete(task, logins.of(UnionRole.TRUONG_BAN, campaigns.issuer(campaign)), Map.of("decision", "accept"));
    }

    private void complete(OpenTask task, String user, Map<String, Object> fields) {
        inbox.complete(task.businessKey(), task.taskKey(), user, new HashMap<>(fields));
    }

    private static String officer(Participant participant, UnionRole role) {
        return DemoLogins.withCode(role, participant.unitCode());
    }
}
