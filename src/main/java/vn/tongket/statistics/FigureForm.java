package vn.tongket.statistics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The appendices that one union fills in, and which of their cells take a value (formats.md, Figures). */
public final class FigureForm {

    /**
     * Who fills it in: its category, the first year it existed (null: always), and whether no unit is below it. The
     * office of the issuer itself also knows its participants by tier (null for everybody else). {@code below} are the
     * categories of the unions whose figures it gathers in a campaign of its own.
     */
    public record Respondent(
            String category,
            @Nullable Integer validFromYear,
            boolean leaf,
            @Nullable Map<String, Integer> participantsByTier,
            Set<String> below) {

        public Respondent {
            below = Set.copyOf(below);
        }

        public Respondent(String category, @Nullable Integer validFromYear, boolean leaf) {
            this(category, validFromYear, leaf, null);
        }

        public Respondent(
                String category,
                @Nullable Integer validFromYear,
                boolean leaf,
                @Nullable Map<String, Integer> participantsByTier) {
            this(category, validFromYear, leaf, participantsByTier, Set.of());
        }

        /** The same with the categories of unions that take part below it. */
        public Respondent with(Set<String> categories) {
            return new Respondent(category, validFromYear, leaf, participantsByTier, categories);
        }

        /** A report holds what the union itself fills in, and what any union below it does. */
        boolean fillsIn(Appendix appendix) {
            return appendix.appliesTo().includes(category) || below.stream().anyMatch(appendix.appliesTo()::includes);
        }

        /** Whether it is the issuer's own office. */
        public boolean isOffice() {
            return participantsByTier != null;
        }
    }

    private record Row(Appendix appendix, Indicator indicator, List<Integer> years) {}

    private final Respondent respondent;
    private final @Nullable LocalDate lastYearCutoff;
    private final List<Appendix> appendices;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Indicator> indicators;

    private FigureForm(List<Appendix> appendices, Respondent respondent, @Nullable LocalDate lastYearCutoff) {
        this.respondent = respondent;
        this.lastYearCutoff = lastYearCutoff;
        this.appendices = appendices;
        for (Appendix appendix : appendices) {
            List<Integer> years = appendix.yearNumbers();
            appendix.indicators().forEach(row -> rows.put(row.code(), new Row(appendix, row, years)));
        }
        this.indicators = rows.values().stream().map(Row::indicator).toList();
    }

    /** The form of a unit; {@code lastYearCutoff} tells how much of a partial year has passed (null: all of it). */
    public static FigureForm of(List<Appendix> all, Respondent respondent, @Nullable LocalDate lastYearCutoff) {
        return new FigureForm(all.stream().filter(respondent::fillsIn).toList(), respondent, lastYearCutoff);
    }

    /** All appendices, as totals over many unions have them. */
    public static FigureForm whole(List<Appendix> all, @Nullable LocalDate lastYearCutoff) {
        return new FigureForm(all, new Respondent("", null, false), lastYearCutoff);
    }

    /** Codes of the appendices in which those indicators stand, in order. */
    public List<String> appendicesOf(Set<String> codes) {
        return appendices.stream()
                .filter(appendix ->
                        appendix.indicators().stream().anyMatch(indicator -> codes.contains(indicator.code())))
                .map(Appendix::code)
                .toList();
    }

    /** Whether the issuer's own office fills it in. */
    public boolean isOffice() {
        return respondent.isOffice();
    }

    /** The appendices that apply to the unit. */
    public List<Appendix> appendices() {
        return appendices;
    }

    /** All rows, in order. */
    public List<Indicator> indicators() {
        return indicators;
    }

    /** The row of that code, or null when the unit has none. */
    public @Nullable Indicator indicator(String code) {
        Row row = rows.get(code);
        return row == null ? null : row.indicator();
    }

    /** The years in which a row has columns; none for an unknown code. */
    public List<Integer> years(String code) {
        Row row = rows.get(code);
        return row == null ? List.of() : row.years();
    }

    /** Whether the cell is {@code x} by itself: before the indicator or before the unit existed. */
    public boolean isClosed(Indicator indicator, int year) {
        Integer from = respondent.validFromYear();
        return indicator.isBefore(year) || (from != null && year < from);
    }

    /** The default that fills a blank cell of this unit, or null. */
    public Indicator.@Nullable LeafValue defaultOf(Indicator indicator) {
        Indicator.LeafValue leafValue = indicator.leafValue();
        if (leafValue == null || !respondent.leaf()) {
            return null;
        }
        List<String> categories = leafValue.categories();
        return categories == null || categories.contains(respondent.category()) ? leafValue : null;
    }

    /** How many participants fill a blank cell of the issuer's own office, or null; last year only. */
    @Nullable
    Integer ownValueOf(Indicator indicator, int year) {
        Map<String, Integer> participants = respondent.participantsByTier();
        List<Integer> years = years(indicator.code());
        return participants == null || indicator.ownValue() == null || year != years.get(years.size() - 1)
                ? null
                : participants.getOrDefault(indicator.ownValue().countChildren().tier(), 0);
    }

    /** Whether that year of the row has not been counted to its end. */
    public boolean isPartial(String code, int year) {
        Row row = rows.get(code);
        return row != null
                && row.appendix().years().stream()
                        .anyMatch(column ->
                                column.partial() && Integer.valueOf(year).equals(column.year()));
    }

    /** How much of the year had passed when it was counted: 1, or the months up to the cut-off / 12. */
    Fraction shareOfYear(String code, int year) {
        return lastYearCutoff == null || !isPartial(code, year)
                ? Fraction.ONE
                : Fraction.of(lastYearCutoff.getMonthValue()).dividedBy(Fraction.of(12));
    }

    /** {@code PL01, dòng 1.1 “Trong đó: nữ”, năm 2008}. */
    public String place(String code, int year) {
        Row row = rows.get(code);
        return row == null
                ? "%s, năm %d".formatted(code, year)
                : "%s, dòng %s “%s”, năm %d"
                        .formatted(
                                row.appendix().code(),
                                row.indicator().no(),
                                row.indicator().name(),
                                year);
    }

    /**
     * The figures after a change: values made canonical, null or an empty string clears.
     *
     * @throws vn.tongket.shared.DomainException naming every fault (path {@code PL01.LD/2008}) when one cell is
     *     refused; then nothing is changed
     */
    public Figures merge(Figures now, Map<String, ? extends Map<String, @Nullable String>> patch) {
        return new FigureMerge(this, FigureValue::parse).apply(now, patch);
    }

    /** As {@link #merge}, with numbers as people type them ({@code 1.234,5}). */
    public Figures mergeTyped(Figures now, Map<String, ? extends Map<String, @Nullable String>> patch) {
        return new FigureMerge(this, FigureValue::parseTyped).apply(now, patch);
    }

    /** These figures laid into the form. */
    public FigureSheet sheet(Figures figures) {
        return new FigureSheet(this, figures);
    }
}
