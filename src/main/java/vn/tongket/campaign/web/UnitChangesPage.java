package vn.tongket.campaign.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnitEvent;
import vn.tongket.organization.UnitEvents;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/** How the tree of unions changes over time, and what became of each change; administrators only. */
@Controller
class UnitChangesPage {

    /** More units of one event are counted, not named. */
    private static final int NAMED = 10;

    private final UnitEvents events;
    private final Organization organization;

    UnitChangesPage(UnitEvents events, Organization organization) {
        this.events = events;
        this.organization = organization;
    }

    /** An event as a row: its units by name. */
    public record Line(UnitEvent event, String units, String from, String to) {}

    /** A state that the list can be narrowed to, null for all, with how many events are in it. */
    public record Choice(String label, String show, int events) {}

    @GetMapping("/organization/changes")
    ModelAndView show(@RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "0") int page) {
        if (!CurrentUser.require().isAdministrator()) {
            throw DomainException.forbidden("Chỉ quản trị hệ thống được xem các thay đổi của cơ cấu tổ chức.");
        }
        Optional<UnitEvent.State> state = state(show);
        Map<UnitEvent.State, Integer> counts = events.counts();
        int matches = state.map(one -> counts.getOrDefault(one, 0)).orElseGet(() -> sum(counts));
        int number = Math.max(0, Math.min(page, (matches - 1) / UnitEvents.PAGE));
        List<Line> lines = lines(events.page(state, number));
        return new ModelAndView("organization/changes")
                .addObject("lines", lines)
                .addObject("choices", choices(counts))
                .addObject("refused", counts.getOrDefault(UnitEvent.State.REFUSED, 0))
                .addObject("show", state.map(UnitChangesPage::name).orElse(""))
                .addObject("matches", matches)
                .addObject("first", number * UnitEvents.PAGE + 1)
                .addObject("number", number)
                .addObject("more", (number + 1) * UnitEvents.PAGE < matches);
    }

    private static List<Choice> choices(Map<UnitEvent.State, Integer> counts) {
        return Stream.concat(
                        Stream.of(new Choice("Tất cả", "", sum(counts))),
                        counts.entrySet().stream()
                                .map(entry ->
                                        new Choice(entry.getKey().label(), name(entry.getKey()), entry.getValue())))
                .toList();
    }

    private static int sum(Map<UnitEvent.State, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String name(UnitEvent.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** What nobody offered is the whole list. */
    private static Optional<UnitEvent.State> state(String show) {
        return Arrays.stream(UnitEvent.State.values())
                .filter(state -> name(state).equals(show))
                .findFirst();
    }

    private List<Line> lines(List<UnitEvent> page) {
        Map<String, String> names = organization.shortNames(page.stream()
                .flatMap(event -> Stream.concat(
                        event.units().stream(),
                        Stream.of(event.from(), event.to()).filter(Objects::nonNull)))
                .distinct()
                .toList());
        return page.stream()
                .map(event -> new Line(
                        event,
                        Vietnamese.units(
                                event.units().stream()
                                        .map(code -> called(code, names))
                                        .toList(),
                                NAMED),
                        called(event.from(), names),
                        called(event.to(), names)))
                .toList();
    }

    private static String called(@Nullable String code, Map<String, String> names) {
        if (code == null) {
            return "";
        }
        String name = names.get(code);
        return name == null ? code : name + " (" + code + ")";
    }
}
