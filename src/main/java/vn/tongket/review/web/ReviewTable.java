package vn.tongket.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Finding;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.PeriodFigure;

/** An appendix to be read cell by cell, with what the checks say and what the unit reported for the year last time. */
record ReviewTable(String code, String title, List<String> columns, List<Row> rows) {

    /** A row with its cells, one a column. */
    record Row(String code, String no, String name, String unit, List<Shown> cells) {}

    /**
     * A cell.
     *
     * @param place {@code PL01.LD/2008}, null in the period's column
     * @param tone of the gravest finding: {@code broken}, {@code doubtful}, {@code explained} or empty
     * @param notes one sentence a line
     * @param earlier last campaign's figure for that row and year, null where there is none
     */
    record Shown(
            @Nullable String place,
            String text,
            String tone,
            String notes,
            @Nullable String earlier) {

        public boolean differs() {
            return earlier != null && !earlier.equals(text);
        }
    }

    static ReviewTable of(
            Appendix appendix, FigureSheet sheet, @Nullable FigureSheet earlier, Map<String, List<Finding>> findings) {
        return new ReviewTable(
                appendix.code(),
                appendix.title(),
                appendix.columns().stream().map(Appendix.Column::label).toList(),
                appendix.indicators().stream()
                        .map(row -> row(appendix, row, sheet, earlier, findings))
                        .toList());
    }

    private static Row row(
            Appendix appendix,
            Indicator row,
            FigureSheet sheet,
            @Nullable FigureSheet earlier,
            Map<String, List<Finding>> findings) {
        List<Shown> cells = new ArrayList<>();
        for (Appendix.Column column : appendix.columns()) {
            Integer year = column.year();
            cells.add(year == null ? period(row, sheet) : cell(row, year, sheet, earlier, findings));
        }
        return new Row(row.code(), row.no(), row.name(), row.unit(), cells);
    }

    private static Shown period(Indicator row, FigureSheet sheet) {
        PeriodFigure period = sheet.period(row.code());
        return new Shown(null, period == null ? "" : period.cell().show(row.fractionDigits()), "", "", null);
    }

    private static Shown cell(
            Indicator row,
            int year,
            FigureSheet sheet,
            @Nullable FigureSheet earlier,
            Map<String, List<Finding>> findings) {
        String place = row.code() + "/" + year;
        List<Finding> here = findings.getOrDefault(place, List.of());
        return new Shown(
                place,
                sheet.cell(row.code(), year).show(row.fractionDigits()),
                here.stream().map(ReviewTable::tone).min(ReviewTable::graver).orElse(""),
                String.join("\n", here.stream().map(ReviewTable::sentence).toList()),
                earlier(row, year, earlier));
    }

    private static @Nullable String earlier(Indicator row, int year, @Nullable FigureSheet earlier) {
        if (earlier == null || !earlier.form().years(row.code()).contains(year)) {
            return null;
        }
        return earlier.cell(row.code(), year).show(row.fractionDigits());
    }

    private static final List<String> TONES = List.of("broken", "doubtful", "explained");

    private static int graver(String one, String other) {
        return Integer.compare(TONES.indexOf(one), TONES.indexOf(other));
    }

    private static String tone(Finding finding) {
        return finding.blocksSigning() ? "broken" : finding.wantsExplanation() ? "doubtful" : "explained";
    }

    private static String sentence(Finding finding) {
        String explanation = finding.explanation();
        return finding.message() + (explanation == null ? "" : " Đơn vị giải trình: “" + explanation + "”");
    }
}
