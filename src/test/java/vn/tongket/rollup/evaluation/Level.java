package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One campaign of a tree of campaigns.
 *
 * @param issuer who runs it
 * @param office the typed cells of the issuer's own office entry; null when it has none
 */
record Level(String code, JsonNode definition, Union issuer, List<Seat> seats, JsonNode office) {

    /**
     * A union.
     *
     * @param bornIn the year of its {@code valid_from}; null: it always was
     * @param leaf whether it has no unit below it
     */
    record Union(String code, String category, String tier, Integer bornIn, boolean leaf) {}

    /**
     * A union that takes part in the campaign.
     *
     * @param figures the typed cells of the report that counts, by row and year; null when it is missing
     * @param own the campaign that the union runs itself; null when it has none
     * @param countedIn the campaign of the same tree in which the union is counted; null: here
     */
    record Seat(Union union, boolean required, boolean exempt, JsonNode figures, Level own, String countedIn) {

        /** Whether its report holds that appendix: its own, or that of any unit below it. */
        boolean holds(JsonNode appendix) {
            return Rows.Row.appliesTo(appendix, union.category())
                    || categoriesBelow().stream().anyMatch(category -> Rows.Row.appliesTo(appendix, category));
        }

        /** Of the unions in its own campaign and in those below that. */
        Set<String> categoriesBelow() {
            return own == null
                    ? Set.of()
                    : own.all()
                            .flatMap(level -> level.seats().stream())
                            .map(seat -> seat.union().category())
                            .collect(Collectors.toSet());
        }
    }

    /** This campaign and all below it. */
    Stream<Level> all() {
        return Stream.concat(
                Stream.of(this),
                seats.stream()
                        .filter(seat -> seat.own() != null)
                        .flatMap(seat -> seat.own().all()));
    }

    /** How many levels there are from here down. */
    int depth() {
        return 1
                + seats.stream()
                        .filter(seat -> seat.own() != null)
                        .mapToInt(seat -> seat.own().depth())
                        .max()
                        .orElse(0);
    }
}
