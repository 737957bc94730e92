package vn.tongket.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.OutlinePart;
import vn.tongket.report.ListDiff;
import vn.tongket.report.ReportAttachments.Hash;
import vn.tongket.report.ReportForm;
import vn.tongket.report.WholeContent;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.PeriodFigure;

/** A whole report to read on one page: no part of it can be typed into. */
record ReadReport(
        List<OutlinePart> parts,
        Map<String, ReadText> texts,
        List<Table> appendices,
        List<Table> lists,
        List<Explanation> explanations,
        List<Answer> answers,
        List<Hash> files) {

    /** An appendix or a list form. */
    record Table(String code, String title, List<String> columns, List<Row> rows) {}

    /** {@code heading} columns of words, then cells; a list form's rows are cells only. */
    record Row(List<String> heading, List<Shown> cells) {}

    /** A cell; {@code place} addresses it within the page, null where it is no figure of a year. */
    record Shown(@Nullable String place, String words) {}

    /** What is said about a warning, and at which figure. */
    record Explanation(String place, String words) {}

    /** What was asked at the last return, where, and what the unit says to it. */
    record Answer(String place, String asked, String words) {}

    static ReadReport of(CampaignFile file, ReportForm form, WholeContent whole) {
        FigureSheet sheet = form.figures().sheet(Figures.of(whole.content().figures()));
        return new ReadReport(
                Outline.parts(file, form),
                ReadText.of(whole.content().sections()),
                form.figures().appendices().stream()
                        .map(appendix -> appendix(appendix, sheet))
                        .toList(),
                form.lists().stream()
                        .map(list -> list(list, whole.content().lists().getOrDefault(list.code(), List.of())))
                        .toList(),
                whole.content().explanations().entrySet().stream()
                        .map(entry -> new Explanation(form.placeOfCheck(entry.getKey()), entry.getValue()))
                        .toList(),
                whole.content().answers().stream()
                        .map(answer -> new Answer(form.places().name(answer.place()), answer.asked(), answer.answer()))
                        .toList(),
                whole.attachments());
    }

    private static Table appendix(Appendix appendix, FigureSheet sheet) {
        List<String> columns = new ArrayList<>(List.of("TT", "Nội dung", "Đơn vị tính"));
        appendix.columns().forEach(column -> columns.add(column.label()));
        return new Table(
                appendix.code(),
                appendix.title(),
                columns,
                appendix.indicators().stream()
                        .map(row -> new Row(
                                List.of(row.no(), row.name(), row.unit()),
                                appendix.columns().stream()
                                        .map(column -> cell(sheet, row, column.year()))
                                        .toList()))
                        .toList());
    }

    /** {@code year} is null for the period's column. */
    private static Shown cell(FigureSheet sheet, Indicator row, @Nullable Integer year) {
        if (year != null) {
            return new Shown(
                    row.code() + "/" + year, sheet.cell(row.code(), year).show(row.fractionDigits()));
        }
        PeriodFigure period = sheet.period(row.code());
        if (period == null) {
            return new Shown(null, "");
        }
        String mark = period.earlierYear() == null ? "" : " *";
        return new Shown(null, period.cell().show(row.fractionDigits()) + mark);
    }

    private static Table list(ListForm list, List<Map<String, Object>> rows) {
        return new Table(
                list.code(),
                list.title(),
                list.columns().stream().map(ListColumn::label).toList(),
                rows.stream()
                        .map(row -> new Row(
                                List.of(),
                                list.columns().stream()
                                        .map(column -> new Shown(
                                                null,
                                                Objects.toString(ListDiff.words(column, row.get(column.key())), "")))
                                        .toList()))
                        .toList());
    }
}
