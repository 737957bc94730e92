package vn.tongket.statistics;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part is at most its whole: the rules that {@code breakdown_of} implies, where no stated rule names the pair. */
final class ImplicitRules {

    private ImplicitRules() {}

    static List<Rule> of(FigureForm form, List<Rule> stated) {
        return form.indicators().stream()
                .filter(part -> part.breakdownOf() != null)
                .filter(part -> stated.stream().noneMatch(rule -> names(rule, part.code(), part.breakdownOf())))
                .map(part -> rule(form, part, String.valueOf(part.breakdownOf())))
                .toList();
    }

    private static boolean names(Rule rule, String part, @Nullable String whole) {
        return rule.kind().equals("compare")
                && (part.equals(rule.left()) && Objects.equals(whole, rule.right())
                        || part.equals(rule.right()) && Objects.equals(whole, rule.left()));
    }

    private static Rule rule(FigureForm form, Indicator part, String wholeCode) {
        Indicator whole = form.indicator(wholeCode);
        String message =
                "“%s” không được lớn hơn “%s”.".formatted(part.name(), whole == null ? wholeCode : whole.name());
        return new Rule(
                "implicit:" + part.code(),
                "compare",
                "error",
                message,
                part.code(),
                "<=",
                wholeCode,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
