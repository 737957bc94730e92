package vn.tongket.report.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.report.ReportGrid.Typed;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Finding;
import vn.tongket.statistics.Finding.Severity;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.PeriodFigure;

/**
 * The grid as the page takes it.
 *
 * @param typed canonical values that people typed
 * @param derived what stands in cells by itself: {@code x}, a default, a formula's result
 * @param period the period's column
 */
record GridJson(
        int version,
        Map<String, Map<String, String>> typed,
        Map<String, Map<String, Shown>> derived,
        Map<String, Shown> period,
        List<Found> findings,
        List<Fault> refused,
        List<String> changedByOthers) {

    /**
     * A broken check.
     *
     * @param explanation what the unit says to a warning, in a text cell of the appendix or for this line
     * @param written what it wrote for this line
     */
    record Found(
            String key,
            String rule,
            Severity severity,
            int year,
            List<String> indicators,
            String message,
            @Nullable String explanation,
            @Nullable String written) {

        static Found of(Finding finding, Map<String, String> explanations) {
            return new Found(
                    finding.key(),
                    finding.code(),
                    finding.severity(),
                    finding.year(),
                    finding.indicators(),
                    finding.message(),
                    finding.explanation(),
                    explanations.get(finding.key()));
        }
    }

    /** A cell's text as people read it, and a remark about it or null; {@code closed}: nothing can be typed there. */
    record Shown(String text, @Nullable String remark, boolean closed) {}

    static GridJson of(Typed grid) {
        FigureSheet sheet = grid.sheet();
        return new GridJson(
                grid.version(),
                sheet.figures().toMap(),
                derived(sheet),
                period(sheet),
                grid.findings().stream()
                        .map(finding -> Found.of(finding, grid.explanations()))
                        .toList(),
                grid.refused(),
                grid.changedByOthers());
    }

    private static Map<String, Map<String, Shown>> derived(FigureSheet sheet) {
        FigureForm form = sheet.form();
        Map<String, Map<String, Shown>> derived = new LinkedHashMap<>();
        for (Indicator indicator : form.indicators()) {
            Map<String, Shown> years = new LinkedHashMap<>();
            for (int year : form.years(indicator.code())) {
                Shown shown = derived(sheet, indicator, year);
                if (shown != null) {
                    years.put(String.valueOf(year), shown);
                }
            }
            if (!years.isEmpty()) {
                derived.put(indicator.code(), years);
            }
        }
        return derived;
    }

    private static @Nullable Shown derived(FigureSheet sheet, Indicator indicator, int year) {
        boolean closed = sheet.form().isClosed(indicator, year);
        Cell cell = sheet.cell(indicator.code(), year);
        boolean typed = sheet.figures().get(indicator.code(), year) != null;
        if (!closed && !indicator.computed() && (typed || cell.is(Cell.State.BLANK))) {
            return null;
        }
        String remark = cell.is(Cell.State.UNDEFINED) ? cell.words() : closed ? "Năm này không áp dụng." : null;
        return new Shown(cell.show(indicator.fractionDigits()), remark, closed || indicator.computed());
    }

    private static Map<String, Shown> period(FigureSheet sheet) {
        Map<String, Shown> period = new LinkedHashMap<>();
        for (Indicator indicator : sheet.form().indicators()) {
            PeriodFigure figure = sheet.period(indicator.code());
            if (figure != null) {
                Cell cell = figure.cell();
                Integer earlier = figure.earlierYear();
                String remark = earlier != null
                        ? "Số của năm " + earlier + ", năm gần nhất có số."
                        : cell.is(Cell.State.UNDEFINED) ? cell.words() : null;
                String mark = earlier != null ? " *" : "";
                period.put(indicator.code(), new Shown(cell.show(indicator.fractionDigits()) + mark, remark, true));
            }
        }
        return period;
    }
}
