package vn.tongket.report.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.report.ReportDrafting.Part;
import vn.tongket.report.ReportForm;
import vn.tongket.report.ReportLengths;
import vn.tongket.report.ReportPlaces;
import vn.tongket.report.ReportReturn;
import vn.tongket.statistics.Appendix;

/** What the report page's scripts start with; {@code office}: figures of the issuer's own office, which asks for none. */
record PageData(
        String api,
        String user,
        boolean writable,
        boolean office,
        ReportLengths.@Nullable Limit length,
        List<SectionData> sections,
        List<AppendixData> appendices,
        GridJson grid,
        List<ListData> lists,
        List<Asked> asked,
        FileLimits files) {

    /** A reason of the last return: the name of its place, its sentence, and the answer or null. */
    record Asked(
            UUID id,
            @Nullable String place,
            String name,
            String words,
            @Nullable String answer) {}

    /** A heading that takes text: its limits and the version on the page. */
    record SectionData(String code, boolean required, int min, int max, int version) {}

    /** An appendix's columns and rows. */
    record AppendixData(String code, String title, @Nullable String period, List<YearData> years, List<RowData> rows) {}

    /** A year's column. */
    record YearData(int year, String label) {}

    /** A row. */
    record RowData(
            String code,
            String no,
            String name,
            String unit,
            boolean text,
            int decimals,
            boolean computed,
            boolean required) {}

    /** What a page can tell before it sends a file: the most bytes of one. */
    record FileLimits(long maxFile) {}

    /** A list form with its rows. */
    record ListData(
            String code,
            String title,
            int minRows,
            List<ListColumn> columns,
            List<Map<String, Object>> rows,
            int version) {}

    static List<SectionData> sections(ReportForm form, Map<String, Integer> versions) {
        return form.sections().stream()
                .filter(section -> !section.isHeading())
                .map(section -> section(section, versions.getOrDefault(section.code(), 0)))
                .toList();
    }

    /** The reasons of the newest of these returns. */
    static List<Asked> asked(List<ReportReturn> returns, ReportPlaces places) {
        return returns.stream()
                .limit(1)
                .flatMap(last -> last.reasons().stream())
                .map(reason -> {
                    String place = reason.reason().place();
                    String words = reason.reason().sentence();
                    return new Asked(reason.id(), place, places.name(place), words, reason.answer());
                })
                .toList();
    }

    static List<AppendixData> appendices(ReportForm form) {
        return form.figures().appendices().stream().map(PageData::appendix).toList();
    }

    static ListData list(ListForm list, Part<List<Map<String, Object>>> part) {
        return new ListData(list.code(), list.title(), list.minRows(), list.columns(), part.value(), part.version());
    }

    private static SectionData section(Section section, int version) {
        return new SectionData(section.code(), section.required(), section.minChars(), section.maxChars(), version);
    }

    private static AppendixData appendix(Appendix appendix) {
        String period = appendix.columns().stream()
                .filter(Appendix.Column::computed)
                .map(Appendix.Column::label)
                .findFirst()
                .orElse(null);
        List<YearData> years = appendix.columns().stream()
                .flatMap(column -> column.year() == null
                        ? java.util.stream.Stream.empty()
                        : java.util.stream.Stream.of(new YearData(column.year(), column.label())))
                .toList();
        List<RowData> rows = appendix.indicators().stream()
                .map(row -> new RowData(
                        row.code(),
                        row.no(),
                        row.name(),
                        row.unit(),
                        row.isText(),
                        row.fractionDigits(),
                        row.computed(),
                        row.required()))
                .toList();
        return new AppendixData(appendix.code(), appendix.title(), period, years, rows);
    }
}
