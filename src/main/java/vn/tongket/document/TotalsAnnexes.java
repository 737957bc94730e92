package vn.tongket.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tongket.document.Annexes.Annex;
import vn.tongket.rollup.TotalRemark;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Indicator;

/** The annexes of totals, one for each appendix, numbered as the appendices that came with the plan. */
final class TotalsAnnexes {

    private static final String LEGEND =
            "n/m: tính trên n trong m đơn vị phải có số liệu; số in nghiêng: chưa đủ đơn vị,"
                    + " hoặc hai vế của tỷ lệ khác đơn vị; “...”: không có số liệu; “x”: không áp dụng; để trống: không có giá trị.";

    private TotalsAnnexes() {}

    /** Behind what stands in the file, each on pages of its own. */
    static void append(WordFile file, List<Annex> annexes, String source, List<Appendix> appendices, Totals totals) {
        for (int i = 0; i < appendices.size(); i++) {
            Appendix appendix = appendices.get(i);
            file.newSection(Page.LANDSCAPE);
            AppendixWriter.head(file, annexes.get(i), source, null);
            file.paragraph(Style.NOTE, LEGEND);
            TotalsTable.write(file, appendix, totals);
            notes(file, appendix, totals);
        }
    }

    private static void notes(WordFile file, Appendix appendix, Totals totals) {
        if (appendix.note() != null && !appendix.note().isBlank()) {
            file.paragraph(Style.NOTE, "Ghi chú: " + appendix.note());
        }
        remarks(appendix, totals)
                .forEach((text, rows) ->
                        file.paragraph(Style.NOTE, DocumentText.capital(text) + ": " + String.join("; ", rows) + "."));
    }

    /** Each remark once, with the rows of which it holds. */
    private static Map<String, List<String>> remarks(Appendix appendix, Totals totals) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Indicator row : appendix.indicators()) {
            if (!row.unitAgg().op().equals("none")) {
                for (TotalRemark remark : TotalRemark.of(totals, appendix, row)) {
                    String where = remark.columns().isEmpty() ? "" : " (" + remark.columns() + ")";
                    rows.computeIfAbsent(remark.text(), key -> new ArrayList<>())
                            .add("dòng " + row.no() + where);
                }
            }
        }
        return rows;
    }
}
