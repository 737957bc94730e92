package vn.tongket.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.campaign.CampaignFile.Milestone;
import vn.tongket.campaign.Deadline.Semantics;
import vn.tongket.shared.DomainException.Fault;

/** Between the plan below and the report above; Saturday 04/11/2017 is the union's own last day, so T is Friday 03/11. */
class OpeningDatesTests {

    private static final LocalDate ABOVE = LocalDate.of(2017, 11, 4);
    private static final WorkingDays PLAIN_WEEK = new WorkingDays(Map.of());

    @ParameterizedTest
    @CsvSource({
        "2017-09-05, 2017-09-05, true", // a Tuesday
        "2017-09-09, 2017-09-11, true", // a Saturday: the plan goes out on Monday
        "2017-11-01, 2017-11-01, true", // 02/11 is left
        "2017-11-02, 2017-11-02, false",
        "2017-11-10, 2017-11-10, false"
    })
    void saysWhetherAnyDayIsLeft(LocalDate today, LocalDate issue, boolean room) {
        OpeningDates dates = on(today);

        assertThat(dates.latest()).isEqualTo(LocalDate.of(2017, 11, 2));
        assertThat(dates.issue()).isEqualTo(issue);
        assertThat(dates.hasRoom()).isEqualTo(room);
    }

    @Test
    void proposesTwoWeeksOfWorkAheadOrHalfOfWhatIsLeft() {
        assertThat(on(LocalDate.of(2017, 9, 5)).proposed()).isEqualTo(LocalDate.of(2017, 10, 20));
        assertThat(on(LocalDate.of(2017, 10, 26)).proposed()).isEqualTo(LocalDate.of(2017, 10, 31));
        assertThat(on(LocalDate.of(2017, 11, 1)).proposed()).isEqualTo(LocalDate.of(2017, 11, 2));
    }

    @Test
    void keepsAWorkingDayFreeBeforeTheSuperiorsLastOne() {
        OpeningDates dates = on(LocalDate.of(2017, 9, 5));

        assertThat(dates.faultOf(LocalDate.of(2017, 11, 2), "nominal")).isEmpty();
        assertThat(dates.faultOf(LocalDate.of(2017, 11, 3), "nominal"))
                .contains(new Fault(
                        "nominal",
                        "Hạn gửi báo cáo (hết ngày 03/11/2017) phải trước hạn của đơn vị với cấp trên (hết ngày"
                                + " 04/11/2017) ít nhất một ngày làm việc: chậm nhất hết ngày 02/11/2017."));
        assertThat(dates.faultOf(LocalDate.of(2017, 9, 6), "nominal")).isEmpty();
        assertThat(dates.faultOf(LocalDate.of(2017, 9, 5), "nominal"))
                .contains(new Fault(
                        "nominal",
                        "Hạn gửi báo cáo (hết ngày 05/09/2017) phải sau ngày 05/09/2017, ngày sớm nhất ban hành được kế"
                                + " hoạch."));
    }

    @Test
    void endsADayEarlierWhereThePlanSaysBefore() {
        assertThat(OpeningDates.lastDay(LocalDate.of(2017, 11, 3), Semantics.BEFORE))
                .isEqualTo(LocalDate.of(2017, 11, 2));
        assertThat(OpeningDates.lastDay(LocalDate.of(2017, 11, 3), Semantics.BY))
                .isEqualTo(LocalDate.of(2017, 11, 3));
    }

    @Test
    void leavesOutRemindersBeforeThePlan() {
        OpeningDates dates = on(LocalDate.of(2017, 10, 16));
        LocalDate last = LocalDate.of(2017, 10, 27);

        assertThat(dates.remindersFrom(List.of(20, 10, 9, 5, 1), last)).containsExactly(9, 5, 1);
        assertThat(dates.remindersFaults(List.of(10, 9, -1, 251), last))
                .containsExactly(
                        new Fault(
                                "reminders",
                                "Ngày nhắc trước hạn 10 ngày làm việc (13/10/2017) sớm hơn ngày ban hành kế hoạch."),
                        new Fault("reminders", "Ngày nhắc phải là số ngày làm việc trước hạn, từ 0 đến 250."),
                        new Fault("reminders", "Ngày nhắc phải là số ngày làm việc trước hạn, từ 0 đến 250."));
    }

    @ParameterizedTest
    @CsvSource({"2017-10-20", "2017-10-21", "2017-10-22", "2017-10-31", "2017-11-02"})
    void putsAllStepsInOrderBetweenTheTwoDeadlines(LocalDate last) {
        Map<String, String> labels = new LinkedHashMap<>();
        List.of("issue", "deadline", "lock", "standing_committee", "conference", "report_up")
                .forEach(kind -> labels.put(kind, kind));

        List<Milestone> milestones = on(LocalDate.of(2017, 9, 5)).milestones(last, last, labels);

        assertThat(milestones).extracting(Milestone::kind).containsExactlyElementsOf(labels.keySet());
        assertThat(milestones).extracting(Milestone::date).isSorted();
        assertThat(milestones.get(2).date()).isAfter(last);
        assertThat(milestones.get(5).date()).isEqualTo(LocalDate.of(2017, 11, 3));
    }

    private static OpeningDates on(LocalDate today) {
        return new OpeningDates(PLAIN_WEEK, today, ABOVE);
    }
}
