package vn.tongket.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.calendar.CalendarYear.Change;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;

/**
 * The calendar year by year: proposed by law, mended by people, confirmed by one of them. Each change is recorded, and
 * {@link CalendarChanged} goes out with it. Proposed days count as days off from the start: none at all would be worse.
 */
@Service
@Transactional
public class CalendarYears {

    /** The years that there can be: from the first campaigns on, as far as the lunar calendar is reckoned. */
    public static final int FIRST = 2008;

    public static final int LAST = LunarCalendar.LAST_YEAR;

    private final CalendarRows rows;
    private final ApplicationEventPublisher events;

    CalendarYears(CalendarRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /** All years that there are, without their days. */
    @Transactional(readOnly = true)
    public List<CalendarYear> all() {
        return rows.years();
    }

    /** Not found for a year that nobody proposed yet, and for one that there cannot be. */
    @Transactional(readOnly = true)
    public CalendarYear year(int year) {
        return rows.year(year).orElseThrow(() -> DomainException.notFound("Chưa có lịch năm " + year + "."));
    }

    /** What was done to a year, newest first. */
    @Transactional(readOnly = true)
    public List<Change> changes(int year) {
        return rows.changes(year);
    }

    /** Whether somebody answers for the days off of that year. */
    @Transactional(readOnly = true)
    public boolean isConfirmed(int year) {
        return rows.years().stream().anyMatch(each -> each.year() == year && each.isConfirmed());
    }

    /** The years, ascending, that these days lie in and that nobody has confirmed. */
    @Transactional(readOnly = true)
    public List<Integer> unconfirmed(Collection<LocalDate> days) {
        Set<Integer> confirmed = rows.years().stream()
                .filter(CalendarYear::isConfirmed)
                .map(CalendarYear::year)
                .collect(Collectors.toSet());
        return days.stream()
                .map(LocalDate::getYear)
                .distinct()
                .filter(year -> !confirmed.contains(year))
                .sorted()
                .toList();
    }

    /** Writes the proposals of those years that there are not yet; callers at the same time write them once. */
    public void openYears(int first, int last) {
        for (int year : rows.open(first, last)) {
            rows.addAll(PublicHolidays.of(year));
            rows.record(year, Change.Kind.PROPOSED, null, null);
        }
    }

    /**
     * Proposes a year for the first time, or anew while it is not confirmed: what people entered stays, what they took
     * out comes back.
     */
    public void propose(int year, String actor) {
        requireKnown(year);
        rows.open(year, year);
        rows.touch(year);
        CalendarYear before = year(year);
        if (before.isConfirmed()) {
            throw DomainException.refused("Lịch năm " + year + " đã được xác nhận, nên không đề xuất lại.");
        }
        rows.removeProposed(year);
        rows.addAll(PublicHolidays.of(year));
        rows.record(year, Change.Kind.PROPOSED, null, actor);
        Set<CalendarDay> moved = new HashSet<>(before.days());
        Set<CalendarDay> after = Set.copyOf(rows.days(year));
        moved.removeIf(after::contains);
        after.stream().filter(day -> !before.days().contains(day)).forEach(moved::add);
        moved.stream()
                .map(CalendarDay::day)
                .min(LocalDate::compareTo)
                .ifPresent(first -> events.publishEvent(new CalendarChanged(year, first)));
    }

    /** Enters a day off, or a Saturday that is worked; refuses with the field at fault: day or name. */
    public void add(int year, LocalDate day, boolean working, String name, String actor) {
        year(year);
        rows.touch(year);
        CalendarDay entered =
                new CalendarDay(day, working, PlainText.clean(name).replaceAll("\\s+", " "), false);
        List<Fault> faults = NewDay.faultsOf(year, entered, rows.days(year));
        if (!faults.isEmpty()) {
            throw DomainException.refused("Chưa ghi được ngày này vào lịch.", faults);
        }
        rows.addAll(List.of(entered));
        rows.record(year, working ? Change.Kind.ADDED_WORKED : Change.Kind.ADDED_OFF, entered, actor);
        events.publishEvent(new CalendarChanged(year, day));
    }

    /** Takes a day out: it is then what it is in a plain week. */
    public void remove(int year, LocalDate day, String actor) {
        year(year);
        rows.touch(year);
        CalendarDay removed = day.getYear() == year ? rows.remove(day).orElse(null) : null;
        if (removed == null) {
            throw DomainException.refused("Ngày này không còn trong lịch năm " + year + ".");
        }
        rows.record(year, Change.Kind.REMOVED, removed, actor);
        events.publishEvent(new CalendarChanged(year, day));
    }

    /** Confirms the version that was looked at; stale when the year was changed since. */
    public void confirm(int year, int version, String actor) {
        year(year);
        int present = rows.touch(year);
        if (year(year).isConfirmed()) {
            throw DomainException.refused("Lịch năm " + year + " đã được xác nhận.");
        }
        if (present != version) {
            throw DomainException.stale("Lịch năm " + year + " vừa được sửa. Đồng chí hãy xem lại rồi xác nhận.");
        }
        rows.confirm(year, actor);
        rows.record(year, Change.Kind.CONFIRMED, null, actor);
    }

    private static void requireKnown(int year) {
        if (year < FIRST || year > LAST) {
            throw DomainException.notFound("Lịch chỉ có từ năm " + FIRST + " đến năm " + LAST + ".");
        }
    }
}
