package vn.tongket.cascade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.campaign.CampaignFile.Milestone;
import vn.tongket.campaign.Deadline.Semantics;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.Vietnamese;

/**
 * The dates of a campaign below its superior's: it ends at least one working day before its union's own report is due,
 * and between the two lies all that the union does with what it received.
 *
 * @param today the day of the opening
 * @param above the union's last acceptable day in the superior's campaign
 */
record OpeningDates(WorkingDays days, LocalDate today, LocalDate above) {

    /** More of a lead than this is not proposed. */
    private static final int LEAD = 10;

    private static final int MAX_OFFSET = 250;

    /** The earliest day on which the plan can be issued. */
    LocalDate issue() {
        return days.nextOnOrAfter(today);
    }

    /** The last day that a deadline below may have. */
    LocalDate latest() {
        return days.plus(lastWorkingDayAbove(), -1);
    }

    private LocalDate lastWorkingDayAbove() {
        return days.lastOnOrBefore(above);
    }

    /** Whether any day is left. */
    boolean hasRoom() {
        return latest().isAfter(issue());
    }

    /** The deadline to propose, as the last day: up to two weeks of work before the superior's. */
    LocalDate proposed() {
        int room = days.between(issue(), lastWorkingDayAbove());
        return days.plus(lastWorkingDayAbove(), -Math.max(1, Math.min(LEAD, room / 2)));
    }

    static LocalDate lastDay(LocalDate nominal, Semantics semantics) {
        return semantics == Semantics.BEFORE ? nominal.minusDays(1) : nominal;
    }

    /** What is wrong with a deadline that ends on that day; {@code field} is its place. */
    Optional<Fault> faultOf(LocalDate lastDay, String field) {
        if (!lastDay.isAfter(issue())) {
            return Optional.of(new Fault(
                    field,
                    "Hạn gửi báo cáo (hết ngày %s) phải sau ngày %s, ngày sớm nhất ban hành được kế hoạch."
                            .formatted(Vietnamese.day(lastDay), Vietnamese.day(issue()))));
        }
        return tooLate(lastDay, field);
    }

    /** As {@link #faultOf}, of a campaign that is under way. */
    Optional<Fault> tooLate(LocalDate lastDay, String field) {
        return lastDay.isAfter(latest())
                ? Optional.of(new Fault(
                        field,
                        "Hạn gửi báo cáo (hết ngày %s) phải trước hạn của đơn vị với cấp trên (hết ngày %s) ít nhất một ngày làm việc: chậm nhất hết ngày %s."
                                .formatted(Vietnamese.day(lastDay), Vietnamese.day(above), Vietnamese.day(latest()))))
                : Optional.empty();
    }

    /** Those of the superior's reminders that can still be sent. */
    List<Integer> remindersFrom(List<Integer> superiors, LocalDate lastDay) {
        return superiors.stream()
                .filter(offset -> !reminder(offset, lastDay).isBefore(issue()))
                .toList();
    }

    /** Reminders before the plan is out remind nobody. */
    List<Fault> remindersFaults(List<Integer> reminders, LocalDate lastDay) {
        List<Fault> faults = new ArrayList<>();
        for (int offset : reminders) {
            if (offset < 0 || offset > MAX_OFFSET) {
                faults.add(new Fault("reminders", "Ngày nhắc phải là số ngày làm việc trước hạn, từ 0 đến 250."));
            } else if (reminder(offset, lastDay).isBefore(issue())) {
                faults.add(new Fault(
                        "reminders",
                        "Ngày nhắc trước hạn %d ngày làm việc (%s) sớm hơn ngày ban hành kế hoạch."
                                .formatted(offset, Vietnamese.day(reminder(offset, lastDay)))));
            }
        }
        return faults;
    }

    private LocalDate reminder(int offset, LocalDate lastDay) {
        return days.plus(days.lastOnOrBefore(lastDay), -offset);
    }

    /** All dates of the plan, in their order, with these labels by kind. */
    List<Milestone> milestones(LocalDate nominal, LocalDate lastDay, Map<String, String> labels) {
        int room = days.between(lastDay, lastWorkingDayAbove());
        LocalDate lock = after(lastDay, Math.max(1, room / 4));
        LocalDate committee = Collections.max(List.of(lock, after(lastDay, room / 2)));
        LocalDate conference = Collections.max(List.of(committee, after(lastDay, room * 3 / 4)));
        Map<String, LocalDate> dates = Map.of(
                "issue", issue(),
                "deadline", nominal,
                "lock", lock,
                "standing_committee", committee,
                "conference", conference,
                "report_up", lastWorkingDayAbove());
        List<Milestone> milestones = new ArrayList<>();
        labels.forEach((kind, label) -> {
            LocalDate date = dates.get(kind);
            if (date != null) {
                milestones.add(new Milestone("M" + (milestones.size() + 1), label, date, kind));
            }
        });
        return milestones;
    }

    private LocalDate after(LocalDate day, int workingDays) {
        return workingDays == 0 ? days.nextOnOrAfter(day) : days.plus(day, workingDays);
    }
}
