package vn.tongket.campaign.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;
import vn.tongket.shared.Vietnamese;

/** Years, deadline, reminders and milestones in their order (formats.md, Dates). */
final class DateCheck {

    private final JsonPlace head;
    private final List<Fault> faults = new ArrayList<>();

    private DateCheck(JsonPlace head) {
        this.head = head;
    }

    static List<Fault> faultsOf(JsonPlace head) {
        var check = new DateCheck(head);
        check.period();
        check.deadline();
        check.reminders();
        check.milestones();
        return check.faults;
    }

    private void period() {
        JsonPlace period = head.at("period");
        Integer from = period.at("from_year").integer();
        Integer to = period.at("to_year").integer();
        if (from != null && to != null && to < from) {
            faults.add(period.at("to_year").fault("Năm cuối phải không trước năm đầu."));
        }
        LocalDate cutoff = period.at("last_year_cutoff").date();
        if (cutoff != null && to != null && cutoff.getYear() != to) {
            faults.add(period.at("last_year_cutoff")
                    .fault("Ngày chốt số " + Vietnamese.day(cutoff) + " không thuộc năm cuối " + to + "."));
        }
    }

    private void deadline() {
        JsonPlace deadline = head.at("deadline");
        LocalDate nominal = deadline.at("nominal").date();
        if (nominal == null) {
            return;
        }
        LocalDate last = deadline.at("semantics").is("before") ? nominal.minusDays(1) : nominal;
        LocalDate issue = issueDay();
        if (issue != null && !last.isAfter(issue)) {
            faults.add(deadline.at("nominal")
                    .fault("Hạn gửi báo cáo (hết ngày %s) phải sau ngày ban hành kế hoạch %s."
                            .formatted(Vietnamese.day(last), Vietnamese.day(issue))));
        }
        LocalDate grace = deadline.at("grace_until").date();
        if (grace != null && grace.isBefore(last)) {
            faults.add(deadline.at("grace_until").fault("Ngày gia hạn nhận thêm phải sau hạn gửi báo cáo."));
        }
    }

    private @Nullable LocalDate issueDay() {
        return head.items("milestones").stream()
                .filter(milestone -> milestone.at("kind").is("issue"))
                .map(milestone -> milestone.at("date").date())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void reminders() {
        List<Integer> seen = new ArrayList<>();
        for (JsonPlace reminder : head.at("reminders").items("working_days_before")) {
            Integer days = reminder.integer();
            if (days != null && days < 0) {
                faults.add(reminder.fault("Ngày nhắc phải trước hạn gửi báo cáo: số ngày không được âm."));
            } else if (days != null && seen.contains(days)) {
                faults.add(reminder.fault("Ngày nhắc “" + days + "” bị trùng."));
            }
            seen.add(days);
        }
    }

    private void milestones() {
        UniqueCodes codes = new UniqueCodes("Mã mốc", faults);
        List<JsonPlace> milestones = head.items("milestones");
        milestones.forEach(milestone -> codes.add(milestone.at("code")));
        List<MilestoneOrder.Milestone> dated = milestones.stream()
                .map(milestone -> new MilestoneOrder.Milestone(
                        milestone.at("kind").text(),
                        milestone.at("vi").text(),
                        milestone.at("date").date()))
                .toList();
        MilestoneOrder.faultsOf(dated).forEach(fault -> {
            JsonPlace milestone = milestones.get(fault.index());
            faults.add(milestone.at(fault.doubled() ? "kind" : "date").fault(fault.sentence()));
        });
    }
}
