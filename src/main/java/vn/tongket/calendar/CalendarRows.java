package vn.tongket.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.calendar.CalendarYear.Change;

/** The calendar's three tables: years, days, and what was done to them. Years go from January to December. */
@Component
class CalendarRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of the years from {@code first} to {@code last} that did not exist; two callers at once get each once. */
    List<Integer> open(int first, int last) {
        return jdbc.sql("""
                        insert into calendar_year (year) select generate_series(:first, :last)
                        on conflict do nothing returning year""")
                .param("first", first)
                .param("last", last)
                .query(Integer.class)
                .list();
    }

    List<CalendarYear> years() {
        return jdbc.sql("select * from calendar_year order by year")
                .query((row, i) -> year(row, List.of()))
                .list();
    }

    Optional<CalendarYear> year(int year) {
        return jdbc.sql("select * from calendar_year where year = :year")
                .param("year", year)
                .query((row, i) -> year(row, days(year)))
                .optional();
    }

    /** Counts a change; who changes the same year at the same time waits. Answers the version before it. */
    int touch(int year) {
        return jdbc.sql("update calendar_year set version = version + 1 where year = :year returning version - 1")
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void confirm(int year, String actor) {
        jdbc.sql("update calendar_year set confirmed_at = :now, confirmed_by = :actor where year = :year")
                .param("now", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("year", year)
                .update();
    }

    List<CalendarDay> days(int year) {
        return jdbc.sql("select * from calendar_day where day between :first and :last order by day")
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query((row, i) -> new CalendarDay(
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("working"),
                        row.getString("name"),
                        row.getBoolean("proposed")))
                .list();
    }

    /** By one statement; days that are there already stay as they are. */
    void addAll(Collection<CalendarDay> days) {
        jdbc.sql("""
                        insert into calendar_day (day, working, name, proposed)
                        select * from unnest(cast(:days as date[]), cast(:working as boolean[]),
                            cast(:names as text[]), cast(:proposed as boolean[]))
                        on conflict do nothing""")
                .param("days", array(days.stream().map(day -> day.day().toString())))
                .param("working", array(days.stream().map(day -> String.valueOf(day.working()))))
                .param("names", array(days.stream().map(CalendarDay::name)))
                .param("proposed", array(days.stream().map(day -> String.valueOf(day.proposed()))))
                .update();
    }

    /** The day that was taken out, if it was there. */
    Optional<CalendarDay> remove(LocalDate day) {
        return jdbc.sql("delete from calendar_day where day = :day returning working, name, proposed")
                .param("day", day)
                .query((row, i) -> new CalendarDay(
                        day, row.getBoolean("working"), row.getString("name"), row.getBoolean("proposed")))
                .optional();
    }

    void removeProposed(int year) {
        jdbc.sql("delete from calendar_day where proposed and day between :first and :last")
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .update();
    }

    void record(int year, Change.Kind kind, @Nullable CalendarDay day, @Nullable String actor) {
        jdbc.sql("""
                        insert into calendar_change (year, kind, day, name, actor, at)
                        values (:year, :kind, :day, :name, :actor, :at)""")
                .param("year", year)
                .param("kind", kind.name())
                .param("day", day == null ? null : day.day(), Types.DATE)
                .param("name", day == null ? null : day.name(), Types.VARCHAR)
                .param("actor", actor, Types.VARCHAR)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Newest first. */
    List<Change> changes(int year) {
        return jdbc.sql("select * from calendar_change where year = :year order by id desc")
                .param("year", year)
                .query((row, i) -> new Change(
                        Change.Kind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getString("name"),
                        row.getString("actor"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static CalendarYear year(ResultSet row, List<CalendarDay> days) throws SQLException {
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new CalendarYear(
                row.getInt("year"),
                row.getInt("version"),
                confirmed == null ? null : confirmed.toInstant(),
                row.getString("confirmed_by"),
                days);
    }

    private static SqlParameterValue array(Stream<String> values) {
        return new SqlParameterValue(Types.ARRAY, values.toArray(String[]::new));
    }
}
