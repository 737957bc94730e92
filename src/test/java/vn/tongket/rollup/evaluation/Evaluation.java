package vn.tongket.rollup.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.tongket.rollup.evaluation.Rows.Row;

/**
 * The roll-up of one campaign as formats.md has it (Figures, Roll-up, Coverage, Period column), worked out from the
 * campaign file and the typed cells alone, cell by cell and with exact quotients. Knows nothing of the product's code.
 */
final class Evaluation {

    static final String PERIOD = "total";

    /**
     * One report that is added up.
     *
     * @param below the roll-up of the union's own campaign; null when it has none
     * @param participant false for the issuer's office entry
     */
    record Voice(UnionCells cells, Evaluation below, boolean participant) {}

    private final Rows rows;
    private final Set<Mistake> mistakes;
    private final List<Voice> voices = new ArrayList<>();
    private final List<UnionCells> missing = new ArrayList<>();
    private final Counts counts;
    private final Values values;
    private final Periods periods;
    private final Map<String, Total> known = new HashMap<>();

    private Evaluation(Level level, Set<Mistake> mistakes) {
        this.rows = Rows.of(level.definition());
        this.mistakes = mistakes;
        level.seats().forEach(this::take);
        if (level.office() != null && !mistakes.contains(Mistake.OFFICE_LEFT_OUT)) {
            voices.add(new Voice(
                    UnionCells.ofOffice(rows, level, mistakes), null, mistakes.contains(Mistake.OFFICE_COUNTED)));
        }
        this.counts = new Counts(this);
        this.values = new Values(this);
        this.periods = new Periods(this);
    }

    static Evaluation of(Level level) {
        return new Evaluation(level, Set.of());
    }

    /** As {@link #of(Level)}, with a mistake put in at every level. */
    static Evaluation of(Level level, Mistake mistake) {
        return new Evaluation(level, Set.of(mistake));
    }

    private void take(Level.Seat seat) {
        if (seat.countedIn() != null && !makes(Mistake.COORDINATED_COUNTED_TWICE)) {
            return;
        }
        UnionCells cells = UnionCells.of(rows, seat, mistakes);
        if (seat.exempt()) {
            if (makes(Mistake.EXEMPT_EXPECTED)) {
                missing.add(cells);
            }
        } else if (seat.figures() != null) {
            voices.add(new Voice(cells, seat.own() == null ? null : new Evaluation(seat.own(), mistakes), true));
        } else if (!makes(Mistake.MISSING_NOT_EXPECTED)) {
            missing.add(cells);
        }
    }

    /** Every cell of every row that holds numbers: by row, then by year or {@link #PERIOD}. */
    Map<String, Map<String, Total>> totals() {
        Map<String, Map<String, Total>> totals = new LinkedHashMap<>();
        for (Row row : rows.numeric()) {
            Map<String, Total> columns = new LinkedHashMap<>();
            row.years().forEach(year -> columns.put(String.valueOf(year), total(row, year)));
            if (!row.op("period_agg").equals("none")) {
                columns.put(PERIOD, period(row));
            }
            totals.put(row.code(), columns);
        }
        return totals;
    }

    /** One year's cell. */
    Total total(Row row, int year) {
        String place = row.code() + "/" + year;
        Total total = known.get(place);
        if (total == null) {
            total = values.of(row, year).with(counts.of(row, year));
            known.put(place, total);
        }
        return total;
    }

    /** The period's cell. */
    Total period(Row row) {
        String place = row.code() + "/" + PERIOD;
        Total total = known.get(place);
        if (total == null) {
            total = periods.of(row);
            known.put(place, total);
        }
        return total;
    }

    Rows rows() {
        return rows;
    }

    List<Voice> voices() {
        return voices;
    }

    List<UnionCells> missing() {
        return missing;
    }

    Counts counts() {
        return counts;
    }

    Values values() {
        return values;
    }

    boolean makes(Mistake mistake) {
        return mistakes.contains(mistake);
    }
}
