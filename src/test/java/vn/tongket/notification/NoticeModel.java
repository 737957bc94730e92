package vn.tongket.notification;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The invariants of reminders as one would explain them to a colleague, unit by unit and day by day, without a database
 * and without the product's classes. It is told what happens and when, and answers which notices there must be.
 *
 * <p>A day's moment is eight o'clock on a working day. Who owes then is told what the distance to the day by which it
 * owes asks for. From the first moment that passed unseen although something was due, the days pile up; at the next
 * moment that is seen, or at once when the system comes back in the course of a working day, the last of what each unit
 * missed is sent and the rest is written down as skipped.
 */
final class NoticeModel {

    /** A unit's place in the campaign. */
    static final class Unit {
        final String code;
        final boolean required;
        String state = "NOT_STARTED";

        @Nullable
        LocalDate extendedTo;

        @Nullable
        LocalDate resendBy;

        Unit(String code, boolean required) {
            this.code = code;
            this.required = required;
        }

        boolean owes() {
            return Set.of("NOT_STARTED", "DRAFTING", "INTERNAL_REVIEW", "RETURNED")
                    .contains(state);
        }

        boolean isUnsettled() {
            return owes() || Set.of("SUBMITTED", "UNDER_REVIEW").contains(state);
        }
    }

    /** What must be in the table of notices: {@code unit|kind|occasion}, and whether it was skipped. */
    final Map<String, Boolean> notices = new TreeMap<>();

    final Map<String, Unit> units = new LinkedHashMap<>();
    final Set<Integer> offsets = new TreeSet<>();
    final Map<LocalDate, Boolean> exceptions = new HashMap<>();
    LocalDate common;
    int percentAllowed = 30;

    private LocalDateTime seen;
    private @Nullable LocalDate unseenSince;

    /** All before the issue is no business of the campaign. */
    NoticeModel(LocalDateTime issuedAt, LocalDate common) {
        this.seen = issuedAt;
        this.common = common;
    }

    /** Time passes while the system runs, or while it does not. */
    void pass(LocalDateTime until, boolean running) {
        for (LocalDate day = seen.toLocalDate(); !day.isAfter(until.toLocalDate()); day = day.plusDays(1)) {
            LocalDateTime moment = day.atTime(LocalTime.of(8, 0));
            if (works(day) && moment.isAfter(seen) && !moment.isAfter(until)) {
                moment(day, running);
            }
        }
        seen = until;
    }

    private void moment(LocalDate day, boolean running) {
        if (running) {
            tell(unseenSince == null ? day : unseenSince, day);
            unseenSince = null;
        } else if (unseenSince == null && somethingIsDue(day)) {
            unseenSince = day;
        }
    }

    /** The system runs again. */
    void recover() {
        LocalDate today = seen.toLocalDate();
        if (unseenSince != null && works(today) && !seen.toLocalTime().isBefore(LocalTime.of(8, 0))) {
            tell(unseenSince, today);
            unseenSince = null;
        }
    }

    private boolean somethingIsDue(LocalDate day) {
        return beginsWeek(day)
                || distance(day, common) == 5
                || units.values().stream().anyMatch(unit -> unit.isUnsettled() && kind(day, owedBy(unit)) != null);
    }

    private void tell(LocalDate from, LocalDate to) {
        List<LocalDate> days =
                from.datesUntil(to.plusDays(1)).filter(this::works).toList();
        for (Unit unit : units.values()) {
            if (unit.owes()) {
                LocalDate owedBy = owedBy(unit);
                List<String> told = new ArrayList<>();
                for (LocalDate day : days) {
                    String kind = kind(day, owedBy);
                    if (kind != null) {
                        told.add(unit.code + "|" + kind + "|" + occasion(day, owedBy));
                    }
                }
                sendLast(told);
            }
        }
        sendLast(days.stream()
                .filter(this::beginsWeek)
                .map(day -> "-|DIGEST|" + day.with(DayOfWeek.MONDAY))
                .toList());
        sendLast(days.stream()
                .filter(day -> distance(day, common) == 5 && tooManyMissing())
                .map(day -> "-|ESCALATION|" + occasion(day, common))
                .toList());
    }

    private void sendLast(List<String> told) {
        for (int i = 0; i < told.size(); i++) {
            notices.putIfAbsent(told.get(i), i < told.size() - 1);
        }
    }

    private boolean tooManyMissing() {
        long expected = units.values().stream()
                .filter(unit -> unit.required && !unit.state.equals("EXEMPT"))
                .count();
        long missing = units.values().stream()
                .filter(unit -> unit.required && unit.owes())
                .count();
        return missing * 100 > expected * percentAllowed;
    }

    private @Nullable String kind(LocalDate day, LocalDate owedBy) {
        int left = distance(day, owedBy);
        if (left > 0) {
            boolean named = offsets.isEmpty() ? Set.of(20, 10, 5, 1).contains(left) : offsets.contains(left);
            return named ? "REMINDER" : null;
        }
        return switch (left) {
            case 0 -> "DUE_TODAY";
            case -1 -> "OVERDUE";
            case -3 -> "URGING_LETTER";
            default -> null;
        };
    }

    LocalDate owedBy(Unit unit) {
        if (unit.resendBy != null) {
            return unit.resendBy;
        }
        return unit.extendedTo != null && unit.extendedTo.isAfter(common) ? unit.extendedTo : common;
    }

    private String occasion(LocalDate day, LocalDate owedBy) {
        int left = distance(day, owedBy);
        return owedBy + "/T" + (left > 0 ? "-" + left : left < 0 ? "+" + -left : "");
    }

    /** Working days from that one to the last one on or before the deadline. */
    private int distance(LocalDate day, LocalDate deadline) {
        LocalDate last = deadline;
        while (!works(last)) {
            last = last.minusDays(1);
        }
        int count = 0;
        LocalDate step = day;
        while (step.isBefore(last)) {
            step = step.plusDays(1);
            count += works(step) ? 1 : 0;
        }
        while (step.isAfter(last)) {
            count -= works(step) ? 1 : 0;
            step = step.minusDays(1);
        }
        return count;
    }

    boolean works(LocalDate day) {
        return exceptions.getOrDefault(day, day.getDayOfWeek().getValue() <= 5);
    }

    private boolean beginsWeek(LocalDate day) {
        for (LocalDate before = day.with(DayOfWeek.MONDAY); before.isBefore(day); before = before.plusDays(1)) {
            if (works(before)) {
                return false;
            }
        }
        return true;
    }
}
