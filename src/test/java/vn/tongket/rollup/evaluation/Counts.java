package vn.tongket.rollup.evaluation;

import java.util.List;
import vn.tongket.rollup.evaluation.Evaluation.Voice;
import vn.tongket.rollup.evaluation.Given.Kind;
import vn.tongket.rollup.evaluation.Rows.Row;
import vn.tongket.rollup.evaluation.Total.Count;

/** On how many of how many participants a cell rests (formats.md, Coverage). */
final class Counts {

    /** What a union's cell is to the coverage. */
    private enum Standing {
        /** The report has no such appendix. */
        ABSENT,
        REPORTS,
        NO_DATA,
        NOT_APPLICABLE,
        /** Expected, and neither a number nor {@code ...}. */
        SILENT
    }

    private final Evaluation evaluation;

    Counts(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Count of(Row row, int year) {
        Count count = Count.NONE;
        for (Voice voice : evaluation.voices()) {
            if (voice.participant()) {
                count = count.plus(
                        countsBelow(voice)
                                ? voice.below().total(same(voice, row), year).count()
                                : one(standing(voice.cells(), row, year)));
            }
        }
        for (UnionCells union : evaluation.missing()) {
            count = count.plus(new Count(union.isClosed(row, year) ? 0 : 1, 0, 0, 0));
        }
        return count;
    }

    /** For a column over several years: a union counts when no year lacks its number. */
    Count ofPeriod(Row row) {
        Count count = Count.NONE;
        for (Voice voice : evaluation.voices()) {
            if (voice.participant()) {
                count = count.plus(
                        countsBelow(voice)
                                ? voice.below().counts().ofPeriod(same(voice, row))
                                : one(periodStanding(voice.cells(), row)));
            }
        }
        for (UnionCells union : evaluation.missing()) {
            boolean closed = row.years().stream().allMatch(year -> union.isClosed(row, year));
            count = count.plus(new Count(closed ? 0 : 1, 0, 0, 0));
        }
        return count;
    }

    /** Whether a quotient's sides rest on different units; before its first year there is no quotient. */
    boolean isIncomplete(Row row, int year) {
        if (!row.op("unit_agg").equals("ratio")
                || row.isBefore(year)
                || evaluation.makes(Mistake.UNLIKE_SIDES_UNMARKED)) {
            return false;
        }
        String above = row.indicator().at("/unit_agg/numerator").asText();
        String below = row.indicator().at("/unit_agg/denominator").asText();
        return evaluation.voices().stream()
                .anyMatch(voice -> restsOn(voice, above, year) != restsOn(voice, below, year)
                        || (voice.below() != null && voice.below().counts().isIncomplete(same(voice, row), year)));
    }

    private boolean restsOn(Voice voice, String side, int year) {
        Row row = evaluation.rows().row(side);
        return row.years().contains(year) && standing(voice.cells(), row, year) == Standing.REPORTS;
    }

    private boolean countsBelow(Voice voice) {
        return voice.below() != null && !evaluation.makes(Mistake.CHILDREN_COUNTED);
    }

    private static Row same(Voice voice, Row row) {
        return voice.below().rows().row(row.code());
    }

    private Count one(Standing standing) {
        boolean expectsX = evaluation.makes(Mistake.NOT_APPLICABLE_EXPECTED);
        return switch (standing) {
            case ABSENT -> Count.NONE;
            case REPORTS -> new Count(1, 1, 0, 0);
            case NO_DATA -> new Count(1, 0, 1, 0);
            case NOT_APPLICABLE -> new Count(expectsX ? 1 : 0, 0, 0, 1);
            case SILENT -> new Count(1, 0, 0, 0);
        };
    }

    private Standing periodStanding(UnionCells cells, Row row) {
        List<Standing> years = row.years().stream()
                .map(year -> standing(cells, row, year))
                .filter(standing -> standing != Standing.NOT_APPLICABLE)
                .toList();
        if (years.isEmpty()) {
            return Standing.NOT_APPLICABLE;
        }
        if (evaluation.makes(Mistake.PERIOD_COUNTS_ANY_YEAR) && years.contains(Standing.REPORTS)) {
            return Standing.REPORTS;
        }
        if (years.stream().allMatch(years.get(0)::equals)) {
            return years.get(0);
        }
        return years.contains(Standing.NO_DATA) ? Standing.NO_DATA : Standing.SILENT;
    }

    private static Standing standing(UnionCells cells, Row row, int year) {
        if (!cells.holds(row)) {
            return Standing.ABSENT;
        }
        Given cell = cells.at(row.code(), year);
        if (cell.is(Kind.NOT_APPLICABLE)) {
            return Standing.NOT_APPLICABLE;
        }
        return switch (row.op("unit_agg")) {
            case "weighted_mean" ->
                ofMean(cell, cells.at(row.indicator().at("/unit_agg/weight").asText(), year));
            case "ratio" ->
                ofQuotient(List.of(
                        cells.at(row.indicator().at("/unit_agg/numerator").asText(), year),
                        cells.at(row.indicator().at("/unit_agg/denominator").asText(), year)));
            default ->
                cell.amount() != null ? Standing.REPORTS : cell.is(Kind.NO_DATA) ? Standing.NO_DATA : Standing.SILENT;
        };
    }

    /** Both are numbers; {@code -} is none. */
    private static Standing ofMean(Given value, Given weight) {
        if (value.is(Kind.NUMBER) && weight.is(Kind.NUMBER)) {
            return Standing.REPORTS;
        }
        return value.is(Kind.NO_DATA) ? Standing.NO_DATA : Standing.SILENT;
    }

    /** What does not apply on one side does not apply; then {@code ...} on one side is {@code ...}. */
    private static Standing ofQuotient(List<Given> sides) {
        if (sides.stream().anyMatch(side -> side.is(Kind.NOT_APPLICABLE))) {
            return Standing.NOT_APPLICABLE;
        }
        if (sides.stream().anyMatch(side -> side.is(Kind.NO_DATA))) {
            return Standing.NO_DATA;
        }
        return sides.stream().allMatch(side -> side.amount() != null) ? Standing.REPORTS : Standing.SILENT;
    }
}
