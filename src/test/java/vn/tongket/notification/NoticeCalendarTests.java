package vn.tongket.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tongket.report.SubmissionState.DRAFTING;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.notification.NoticeCalendar.Standing;
import vn.tongket.workflow.reviewcampaign.ShippedTables;

/** What the shipped tables make of days: the plan's deadline is Saturday 04/11/2017, so T is Friday 03/11. */
class NoticeCalendarTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2017, 11, 4);
    private static final List<Integer> OFFSETS = List.of(20, 10, 5, 1);
    private static final Standing HALF = new Standing(36, 18);
    private static final OwingGroup COMMON = new OwingGroup(LAST_DAY, "CDTCT", 0);

    private final NoticeCalendar calendar = calendar(Map.of(), OFFSETS);

    @Test
    void speaksOnTheDaysOfThePlanTheLastDayAndTwoDaysAfter() {
        assertThat(toUnits(calendar, COMMON))
                .containsExactly(
                        "2017-10-06 REMINDER 2017-11-04/T-20",
                        "2017-10-20 REMINDER 2017-11-04/T-10",
                        "2017-10-27 REMINDER 2017-11-04/T-5",
                        "2017-11-02 REMINDER 2017-11-04/T-1",
                        "2017-11-03 DUE_TODAY 2017-11-04/T",
                        "2017-11-06 OVERDUE 2017-11-04/T+1",
                        "2017-11-08 URGING_LETTER 2017-11-04/T+3");
    }

    @Test
    void takesTheTablesOwnDaysWhenThePlanNamesNone() {
        assertThat(toUnits(calendar(Map.of(), List.of()), COMMON))
                .isEqualTo(toUnits(calendar(Map.of(), List.of(20, 10, 5, 1)), COMMON));
        assertThat(toUnits(calendar(Map.of(), List.of(7)), COMMON))
                .filteredOn(line -> line.contains("REMINDER"))
                .containsExactly("2017-10-25 REMINDER 2017-11-04/T-7");
    }

    @Test
    void countsEachGroupToItsOwnDay() {
        assertThat(toUnits(calendar, new OwingGroup(LocalDate.of(2017, 11, 14), "CDTCT", 0)))
                .contains("2017-11-07 REMINDER 2017-11-14/T-5", "2017-11-14 DUE_TODAY 2017-11-14/T");
    }

    @Test
    void isNotConfusedByHolidays() {
        NoticeCalendar withHoliday = calendar(Map.of(LocalDate.of(2017, 11, 3), false), OFFSETS);

        assertThat(toUnits(withHoliday, COMMON))
                .contains(
                        "2017-11-01 REMINDER 2017-11-04/T-1",
                        "2017-11-02 DUE_TODAY 2017-11-04/T",
                        "2017-11-06 OVERDUE 2017-11-04/T+1");
    }

    @Test
    void beginsAWeekOnMondayOrTheNextWorkingDay() {
        assertThat(digests(calendar, 10, 16)).containsExactly("2017-10-16");
        assertThat(digests(calendar(Map.of(LocalDate.of(2017, 10, 16), false), OFFSETS), 10, 16))
                .containsExactly("2017-10-17");
    }

    @Test
    void hasNoDigestInAWeekWithoutAWorkingDay() {
        Map<LocalDate, Boolean> off = Stream.iterate(LocalDate.of(2017, 10, 16), day -> day.plusDays(1))
                .limit(5)
                .collect(java.util.stream.Collectors.toMap(day -> day, day -> false));

        assertThat(digests(calendar(off, OFFSETS), 10, 16)).isEmpty();
        assertThat(digests(calendar(off, OFFSETS), 10, 23)).containsExactly("2017-10-23");
    }

    @Test
    void sendsOfMissedDaysTheLastAndSkipsTheOthers() {
        List<DecidedNotice> decided = decide(calendar, COMMON, day(10, 20), day(11, 8)).stream()
                .filter(notice -> notice.state() == DRAFTING)
                .toList();

        assertThat(decided)
                .extracting(notice -> notice.occasion().substring(11) + (notice.skipped() ? " skipped" : ""))
                .containsExactly("T-10 skipped", "T-5 skipped", "T-1 skipped", "T skipped", "T+1 skipped", "T+3");
        assertThat(decided).allSatisfy(notice -> assertThat(notice.details()).containsEntry("daysLeft", -3));
    }

    @Test
    void sendsOfMissedDigestsTheLast() {
        assertThat(decide(calendar, COMMON, day(10, 9), day(10, 24)))
                .filteredOn(notice -> notice.told().kind() == NoticeKind.DIGEST)
                .extracting(DecidedNotice::occasion, DecidedNotice::skipped)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2017-10-09", true),
                        org.assertj.core.groups.Tuple.tuple("2017-10-16", true),
                        org.assertj.core.groups.Tuple.tuple("2017-10-23", false));
    }

    @Test
    void tellsTheStandingBodyByTheSharesThatMiss() {
        assertThat(kinds(new Standing(10, 4), day(10, 27))).contains(NoticeKind.ESCALATION);
        assertThat(kinds(new Standing(10, 3), day(10, 27))).doesNotContain(NoticeKind.ESCALATION);
        assertThat(kinds(new Standing(0, 0), day(10, 27))).doesNotContain(NoticeKind.ESCALATION);
        assertThat(kinds(new Standing(10, 10), day(10, 26))).doesNotContain(NoticeKind.ESCALATION);
    }

    @Test
    void comesOnEachDayOnWhichAnybodyCouldBeTold() {
        assertThat(calendar.mayTell(List.of(COMMON), day(10, 20))).isTrue();
        assertThat(calendar.mayTell(List.of(COMMON), day(10, 19))).isFalse();
        assertThat(calendar.mayTell(List.of(), day(10, 20))).isFalse();
        assertThat(calendar.mayTell(List.of(), day(10, 16))).as("the digest").isTrue();
        assertThat(calendar.mayTell(List.of(), day(10, 27)))
                .as("the standing body, perhaps")
                .isTrue();
    }

    private static List<NoticeKind> kinds(Standing standing, LocalDate day) {
        return calendar(Map.of(), OFFSETS).decide(List.of(COMMON), standing, List.of(day)).stream()
                .map(notice -> notice.told().kind())
                .toList();
    }

    /** Day by day, what a unit of the group that is being written gets. */
    private static List<String> toUnits(NoticeCalendar calendar, OwingGroup group) {
        return LocalDate.of(2017, 9, 1)
                .datesUntil(LocalDate.of(2017, 12, 31))
                .filter(calendar::isNoticeDay)
                .flatMap(day -> decide(calendar, group, day, day).stream()
                        .filter(notice -> notice.state() == DRAFTING)
                        .map(notice -> day + " " + notice.told().kind() + " " + notice.occasion()))
                .toList();
    }

    /** The days of digests in the week from that day on. */
    private static List<String> digests(NoticeCalendar calendar, int month, int day) {
        return day(month, day)
                .datesUntil(day(month, day).plusDays(7))
                .filter(calendar::isNoticeDay)
                .filter(each -> decide(calendar, COMMON, each, each).stream()
                        .anyMatch(notice -> notice.told().kind() == NoticeKind.DIGEST))
                .map(LocalDate::toString)
                .toList();
    }

    private static List<DecidedNotice> decide(
            NoticeCalendar calendar, OwingGroup group, LocalDate first, LocalDate last) {
        List<LocalDate> days =
                first.datesUntil(last.plusDays(1)).filter(calendar::isNoticeDay).toList();
        return calendar.decide(List.of(group), HALF, days);
    }

    private static NoticeCalendar calendar(Map<LocalDate, Boolean> exceptions, List<Integer> offsets) {
        return new NoticeCalendar(new WorkingDays(exceptions), offsets, LAST_DAY, 30, ShippedTables.read());
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2017, month, day);
    }
}
