package vn.tongket.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.calendar.CalendarAccess;
import vn.tongket.calendar.CalendarYear;
import vn.tongket.calendar.CalendarYear.Change;
import vn.tongket.calendar.CalendarYears;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/** The calendar of working days: all years, and one at a glance. Everybody reads it, few change it. */
@Controller
@RequestMapping("/calendar")
class CalendarPage {

    private final CalendarYears years;
    private final CalendarAccess access;
    private final Accounts accounts;
    private final Clock clock;

    CalendarPage(CalendarYears years, CalendarAccess access, Accounts accounts, Clock clock) {
        this.years = years;
        this.access = access;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all() {
        List<CalendarYear> all = years.all();
        int next = all.stream().mapToInt(CalendarYear::year).max().orElse(CalendarYears.FIRST - 1) + 1;
        return new ModelAndView("calendar/years")
                .addObject("years", all)
                .addObject("thisYear", LocalDate.now(clock).getYear())
                .addObject("next", next <= CalendarYears.LAST ? next : null)
                .addObject("editor", access.mayEdit(CurrentUser.require()))
                .addObject(
                        "names",
                        accounts.namesOf(all.stream()
                                .map(CalendarYear::confirmedBy)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()));
    }

    @GetMapping("/{year:\\d{4}}")
    ModelAndView show(@PathVariable int year) {
        return page(year, DayForm.EMPTY);
    }

    @PostMapping("/{year:\\d{4}}/days")
    ModelAndView add(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name) {
        DayForm form = new DayForm(day, kind, name);
        return change(year, form, actor -> years.add(year, form.requireDay(), form.working(), name, actor));
    }

    @PostMapping("/{year:\\d{4}}/removal")
    ModelAndView remove(@PathVariable int year, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        return change(year, DayForm.EMPTY, actor -> years.remove(year, day, actor));
    }

    @PostMapping("/{year:\\d{4}}/confirmation")
    ModelAndView confirm(@PathVariable int year, @RequestParam int version) {
        return change(year, DayForm.EMPTY, actor -> years.confirm(year, version, actor));
    }

    @PostMapping("/{year:\\d{4}}/proposal")
    ModelAndView propose(@PathVariable int year) {
        return change(year, DayForm.EMPTY, actor -> years.propose(year, actor));
    }

    private interface Work {
        void by(String actor);
    }

    private ModelAndView change(int year, DayForm form, Work work) {
        CurrentUser user = CurrentUser.require();
        access.requireEditor(user);
        try {
            work.by(user.id());
            return new ModelAndView("redirect:/calendar/" + year + "?saved");
        } catch (DomainException refusal) {
            if (refusal.kind() == DomainException.Kind.NOT_FOUND) {
                throw refusal;
            }
            ModelAndView page =
                    page(year, form).addObject("refusal", refusal.getMessage()).addObject("faults", refusal.faults());
            page.setStatus(
                    refusal.kind() == DomainException.Kind.STALE
                            ? HttpStatus.PRECONDITION_FAILED
                            : HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    private ModelAndView page(int number, DayForm form) {
        CalendarYear year = years.year(number);
        List<Change> changes = years.changes(number);
        return new ModelAndView("calendar/year")
                .addObject("year", year)
                .addObject("known", years.all().stream().map(CalendarYear::year).toList())
                .addObject("months", YearSheet.monthsOf(number, year.days()))
                .addObject("lines", YearSheet.linesOf(year.days()))
                .addObject("changes", changes)
                .addObject("editor", access.mayEdit(CurrentUser.require()))
                .addObject("form", form)
                .addObject("faults", List.of())
                .addObject(
                        "names",
                        accounts.namesOf(Stream.concat(
                                        Stream.ofNullable(year.confirmedBy()),
                                        changes.stream().map(Change::actor))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()));
    }
}
