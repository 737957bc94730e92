package vn.tongket.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.tongket.calendar.CalendarYear.Change;
import vn.tongket.shared.DomainException;
import vn.tongket.support.TongketIT;

/** What a start writes, what a change tells, and what cannot be unwritten. */
@TongketIT
@RecordApplicationEvents
class CalendarYearsIT {

    @Autowired
    private CalendarYears years;

    @Autowired
    private YearsAtStart start;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    /** The list of domain notes, 6.2, as it shipped. */
    @Test
    void leavesTheYearsThatShippedAsTheyAre() {
        start.afterSingletonsInstantiated();

        assertThat(years.isConfirmed(2017)).isTrue();
        assertThat(years.isConfirmed(2018)).isTrue();
        assertThat(years.year(2017).days().stream().map(CalendarDay::day))
                .containsExactlyElementsOf(Stream.of(
                                "2017-01-02",
                                "2017-01-26",
                                "2017-01-27",
                                "2017-01-28",
                                "2017-01-29",
                                "2017-01-30",
                                "2017-01-31",
                                "2017-02-01",
                                "2017-04-06",
                                "2017-05-01",
                                "2017-05-02",
                                "2017-09-04")
                        .map(LocalDate::parse)
                        .toList());
        assertThat(years.year(2018).days()).hasSize(13).noneMatch(CalendarDay::proposed);
    }

    /** No proposal of 2017 and 2018 would have differed in a working day, the swap of 31/12/2018 aside. */
    @Test
    void proposesTheWorkingDaysThatShipped() {
        WorkingDays shipped = calendar.days();
        for (int year : List.of(2017, 2018)) {
            List<LocalDate> proposed =
                    PublicHolidays.of(year).stream().map(CalendarDay::day).toList();

            assertThat(LocalDate.of(year, 1, 1)
                            .datesUntil(LocalDate.of(year, 12, 31))
                            .filter(day ->
                                    shipped.includes(day) == (proposed.contains(day) || PublicHolidays.isWeekend(day))))
                    .isEmpty();
        }
    }

    @Test
    void keepsTheTwoDaysOf2019ThatShippedAndProposesTheRest() {
        CalendarYear year = years.year(2019);

        assertThat(year.isConfirmed()).isFalse();
        assertThat(year.days().stream().filter(day -> !day.proposed()))
                .containsExactly(
                        new CalendarDay(LocalDate.of(2019, 1, 1), false, "Tết Dương lịch", false),
                        new CalendarDay(LocalDate.of(2019, 1, 5), true, "Làm bù ngày 31/12/2018", false));
        assertThat(calendar.isWorkingDay(LocalDate.of(2019, 2, 5))).isFalse();
    }

    @Test
    void proposesEachYearFromTheStartOn() {
        assertThat(years.all().stream().map(CalendarYear::year))
                .containsSequence(IntStream.rangeClosed(2008, 2032).boxed().toList());
        assertThat(calendar.isWorkingDay(LocalDate.of(2030, 2, 2).plusDays(2))).isFalse();
        assertThat(years.unconfirmed(
                        List.of(LocalDate.of(2030, 1, 2), LocalDate.of(2017, 11, 4), LocalDate.of(2048, 1, 1))))
                .containsExactly(2030, 2048);
    }

    @Test
    void proposesOnceHoweverManyNodesStart() throws Exception {
        together(4, () -> years.openYears(2041, 2044));

        for (int year : List.of(2041, 2042, 2043, 2044)) {
            assertThat(years.year(year).days()).isEqualTo(PublicHolidays.of(year));
            assertThat(years.changes(year)).extracting(Change::kind).containsExactly(Change.Kind.PROPOSED);
        }
    }

    @Test
    void tellsFromWhichDayTheYearIsAnother() {
        years.openYears(2045, 2045);
        LocalDate off = LocalDate.of(2045, 10, 4);
        LocalDate labourDay = LocalDate.of(2045, 5, 1);
        events.clear();

        years.add(2045, off, false, "Nghỉ", "admin");
        years.remove(2045, labourDay, "admin");
        years.propose(2045, "admin");
        years.remove(2045, off, "admin");
        years.propose(2045, "admin");
        years.confirm(2045, years.year(2045).version(), "admin");

        assertThat(events.stream(CalendarChanged.class))
                .containsExactly(
                        new CalendarChanged(2045, off),
                        new CalendarChanged(2045, labourDay),
                        new CalendarChanged(2045, labourDay),
                        new CalendarChanged(2045, off));
        assertThat(years.changes(2045))
                .extracting(Change::kind)
                .containsExactly(
                        Change.Kind.CONFIRMED,
                        Change.Kind.PROPOSED,
                        Change.Kind.REMOVED,
                        Change.Kind.PROPOSED,
                        Change.Kind.REMOVED,
                        Change.Kind.ADDED_OFF,
                        Change.Kind.PROPOSED);
    }

    @Test
    void keepsWhatPeopleEnteredWhenItProposesAgain() {
        years.openYears(2046, 2046);
        LocalDate entered = LocalDate.of(2046, 10, 4);
        years.add(2046, entered, false, "Nghỉ", "admin");
        years.remove(2046, LocalDate.of(2046, 9, 2), "admin");

        years.propose(2046, "admin");

        assertThat(years.year(2046).days().stream().filter(day -> !day.proposed()))
                .extracting(CalendarDay::day)
                .containsExactly(entered);
        assertThat(years.year(2046).days().stream().filter(CalendarDay::proposed))
                .containsExactlyElementsOf(PublicHolidays.of(2046));
    }

    /** One of two who enter the same day at once is told that it is there. */
    @Test
    void entersADayOnceHoweverManyWriteIt() throws Exception {
        years.openYears(2047, 2047);
        LocalDate day = LocalDate.of(2047, 10, 4);

        int refused = together(4, () -> years.add(2047, day, false, "Nghỉ", "admin"));

        assertThat(refused).isEqualTo(3);
        assertThat(years.changes(2047))
                .filteredOn(change -> day.equals(change.day()))
                .hasSize(1);
    }

    @Test
    void cannotUnwriteWhatWasDone() {
        assertThatThrownBy(() -> jdbc.sql("delete from calendar_change").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        jdbc.sql("update calendar_change set actor = 'admin'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    /** Answers how many of them were refused. */
    private static int together(int people, Runnable work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            List<Callable<Void>> calls = IntStream.range(0, people)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        work.run();
                        return null;
                    })
                    .toList();
            int refused = 0;
            for (Future<Void> call : threads.invokeAll(calls)) {
                try {
                    call.get();
                } catch (ExecutionException failure) {
                    assertThat(failure).hasCauseInstanceOf(DomainException.class);
                    refused++;
                }
            }
            return refused;
        } finally {
            threads.shutdownNow();
        }
    }
}
