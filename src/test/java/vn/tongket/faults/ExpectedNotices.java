package vn.tongket.faults;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.tongket.cluster.GeneratedCampaign;

/**
 * Who must have been told what, worked out beside the product from the plan's dates and from what happened to the units.
 * Days are those of the autumn of 2017, which has no holiday after 05/09.
 */
final class ExpectedNotices {

    /** One of them: about which unit (empty: about the campaign), and to which addresses in which order. */
    record Expected(String unit, String kind, String occasion, boolean skipped, List<String> addresses) {}

    /** A unit as far as notices look at it. */
    static final class Unit {
        final String code;
        final boolean required;
        boolean owes = true;
        boolean exempt;
        boolean underReview;
        int versions;
        LocalDate owedBy = COMMON;

        Unit(String code, boolean required) {
            this.code = code;
            this.required = required;
        }
    }

    /** “Trước ngày 05/11/2017”. */
    static final LocalDate COMMON = LocalDate.of(2017, 11, 4);

    private static final List<Integer> REMINDERS = List.of(20, 10, 5, 1);
    private static final int ESCALATION = 5;
    private static final int PERCENT_ALLOWED = 30;

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Expected> all = new TreeMap<>();
    private final Set<String> overtaken = new HashSet<>();

    ExpectedNotices(GeneratedCampaign campaign) {
        campaign.required().forEach(code -> units.put(code, new Unit(code, true)));
        campaign.coordinated().forEach(code -> units.put(code, new Unit(code, false)));
    }

    Collection<Unit> units() {
        return units.values();
    }

    Map<String, Expected> all() {
        return all;
    }

    /** Decided, and no longer true before anything was handed over: no mail may tell them. */
    Set<String> overtaken() {
        return overtaken;
    }

    void issued() {
        units.values().forEach(unit -> toOfficer(unit, "PLAN_ISSUED", "1"));
    }

    void sent(Unit unit) {
        unit.owes = false;
        unit.underReview = true;
        unit.versions++;
        toOfficer(unit, "RECEIPT", "version " + unit.versions);
    }

    /** Sends what it was told on that day to send, before the mail went out. */
    void sentInTime(Unit unit, LocalDate told) {
        Expected notice = dated(unit, daysLeft(told, unit.owedBy));
        overtaken.add(key(notice.unit(), notice.kind(), notice.occasion()));
        sent(unit);
    }

    void accepted(Unit unit) {
        unit.underReview = false;
    }

    void returned(Unit unit, LocalDate due) {
        unit.owes = true;
        unit.underReview = false;
        unit.owedBy = due;
        toOfficer(unit, "RETURNED", "version " + unit.versions);
    }

    void extended(Unit unit, LocalDate to) {
        unit.owedBy = to;
    }

    void exempted(Unit unit) {
        unit.owes = false;
        unit.exempt = true;
    }

    boolean tells(Unit unit, LocalDate day) {
        return unit.owes
                && isWorkingDay(day)
                && kind(daysLeft(day, unit.owedBy)).isPresent();
    }

    /** Whether anybody is told anything on that day as things stand. */
    boolean tells(LocalDate day) {
        return isWorkingDay(day)
                && (isWeeksFirst(day)
                        || daysLeft(day, COMMON) == ESCALATION
                        || units.values().stream()
                                .anyMatch(unit -> unit.owes
                                        && kind(daysLeft(day, unit.owedBy)).isPresent()));
    }

    /** These days, ascending, are decided together on the last one. */
    void decided(List<LocalDate> days) {
        List<LocalDate> workingDays =
                days.stream().filter(ExpectedNotices::isWorkingDay).toList();
        units.values().stream()
                .filter(unit -> unit.owes)
                .forEach(unit -> lastOnly(workingDays.stream()
                        .filter(day -> kind(daysLeft(day, unit.owedBy)).isPresent())
                        .map(day -> dated(unit, daysLeft(day, unit.owedBy)))
                        .toList()));
        lastOnly(workingDays.stream()
                .filter(ExpectedNotices::isWeeksFirst)
                .map(day -> new Expected(
                        "",
                        "DIGEST",
                        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .toString(),
                        false,
                        List.of(address("CDKT", "officer"))))
                .toList());
        if (workingDays.stream().anyMatch(day -> daysLeft(day, COMMON) == ESCALATION) && tooManyOwe()) {
            add(new Expected("", "ESCALATION", occasion(COMMON, ESCALATION), false, List.of(address("CDKT", "chair"))));
        }
    }

    private boolean tooManyOwe() {
        long expected = units.values().stream()
                .filter(unit -> unit.required && !unit.exempt)
                .count();
        long owing = units.values().stream()
                .filter(unit -> unit.required && unit.owes)
                .count();
        return owing * 100 > expected * PERCENT_ALLOWED;
    }

    private static Optional<String> kind(int daysLeft) {
        if (REMINDERS.contains(daysLeft)) {
            return Optional.of("REMINDER");
        }
        return Optional.ofNullable(
                Map.of(0, "DUE_TODAY", -1, "OVERDUE", -3, "URGING_LETTER").get(daysLeft));
    }

    private static Expected dated(Unit unit, int daysLeft) {
        List<String> addresses = daysLeft < 0
                ? List.of(address(unit.code, "officer"), address(unit.code, "chair"))
                : List.of(address(unit.code, "officer"));
        return new Expected(unit.code, kind(daysLeft).orElseThrow(), occasion(unit.owedBy, daysLeft), false, addresses);
    }

    private void lastOnly(List<Expected> ascending) {
        for (int i = 0; i < ascending.size(); i++) {
            Expected one = ascending.get(i);
            boolean skipped = i < ascending.size() - 1;
            add(skipped ? new Expected(one.unit(), one.kind(), one.occasion(), true, List.of()) : one);
        }
    }

    private void toOfficer(Unit unit, String kind, String occasion) {
        add(new Expected(unit.code, kind, occasion, false, List.of(address(unit.code, "officer"))));
    }

    /** What was told once is not told again. */
    private void add(Expected notice) {
        all.putIfAbsent(key(notice.unit(), notice.kind(), notice.occasion()), notice);
    }

    static String key(String unit, String kind, String occasion) {
        return unit + " " + kind + " " + occasion;
    }

    private static String address(String unit, String role) {
        return GeneratedCampaign.account(unit, "." + role) + "@demo.invalid";
    }

    private static String occasion(LocalDate owedBy, int daysLeft) {
        return owedBy + "/T" + (daysLeft == 0 ? "" : String.format("%+d", -daysLeft));
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }

    private static boolean isWeeksFirst(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY;
    }

    private static int daysLeft(LocalDate day, LocalDate owedBy) {
        return workingDaysUntil(owedBy) - workingDaysUntil(day);
    }

    private static int workingDaysUntil(LocalDate day) {
        return (int) LocalDate.of(2017, 9, 5)
                .datesUntil(day.plusDays(1))
                .filter(ExpectedNotices::isWorkingDay)
                .count();
    }
}
