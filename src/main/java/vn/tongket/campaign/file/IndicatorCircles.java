package vn.tongket.campaign.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** Indicators that would be computed from themselves, be part of themselves, or copy themselves. */
final class IndicatorCircles {

    private final Map<String, JsonPlace> indicators;
    private final Function<JsonPlace, List<JsonPlace>> next;
    private final String sentence;
    private final Set<String> done = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    private IndicatorCircles(
            Map<String, JsonPlace> indicators, Function<JsonPlace, List<JsonPlace>> next, String sentence) {
        this.indicators = indicators;
        this.next = next;
        this.sentence = sentence;
    }

    /** Each circle once, at the reference that closes it. */
    static List<Fault> faultsOf(IndicatorCodes codes) {
        return Stream.of(
                        new IndicatorCircles(codes.byCode(), IndicatorCircles::computedFrom, "Công thức đi vòng: %s."),
                        new IndicatorCircles(
                                codes.byCode(),
                                indicator -> List.of(indicator.at("breakdown_of")),
                                "Quan hệ “một phần của” đi vòng: %s."),
                        new IndicatorCircles(
                                codes.byCode(),
                                indicator -> List.of(indicator.at("leaf_value").at("copy")),
                                "Giá trị mặc định đi vòng: %s."))
                .flatMap(circles -> circles.find().stream())
                .toList();
    }

    private static List<JsonPlace> computedFrom(JsonPlace indicator) {
        JsonPlace operation = indicator.at("unit_agg");
        return Stream.concat(
                        indicator.at("formula").items("args").stream(),
                        Stream.of(operation.at("numerator"), operation.at("denominator")))
                .toList();
    }

    private List<Fault> find() {
        indicators.keySet().forEach(code -> walk(code, new ArrayList<>()));
        return faults;
    }

    /** Depth first; the way so far is short, for a file's formulas are. */
    private void walk(String code, List<String> way) {
        if (done.contains(code)) {
            return;
        }
        way.add(code);
        for (JsonPlace reference : next.apply(Objects.requireNonNull(indicators.get(code)))) {
            String to = reference.text();
            if (to != null && way.contains(to)) {
                faults.add(reference.fault(sentence.formatted(circle(way, to))));
            } else if (to != null && indicators.containsKey(to)) {
                walk(to, way);
            }
        }
        way.remove(way.size() - 1);
        done.add(code);
    }

    private static String circle(List<String> way, String to) {
        List<String> circle = new ArrayList<>(way.subList(way.indexOf(to), way.size()));
        circle.add(to);
        return String.join(" → ", circle);
    }
}
