package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.report.ReportForm;
import vn.tongket.shared.Paragraphs;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureValue;
import vn.tongket.statistics.Indicator;
import vn.tongket.workbook.Difference.Kind;
import vn.tongket.workbook.Reading.Content;

/**
 * A file against the draft of now and that of then: headings and cells one by one, lists as a whole. Pure. What is the
 * same in file and draft is not listed.
 */
final class Comparison {

    private final ReportForm form;
    private final Content file;
    private final Content draft;
    private final @Nullable Content base;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(ReportForm form, Reading reading, Content draft) {
        this.form = form;
        this.file = reading.content();
        this.base = reading.base();
        this.draft = draft;
    }

    /** The differences, in the order of the form. */
    static List<Difference> of(ReportForm form, Reading reading, Content draft) {
        Comparison comparison = new Comparison(form, reading, draft);
        form.sections().forEach(comparison::section);
        form.figures().appendices().forEach(comparison::appendix);
        form.lists().forEach(comparison::list);
        return List.copyOf(comparison.differences);
    }

    private void section(Section section) {
        String text = file.sections().get(section.code());
        if (text != null) {
            String then = base == null ? null : base.sections().getOrDefault(section.code(), "");
            String now = draft.sections().getOrDefault(section.code(), "");
            String said = isSame(text, now) ? now : then != null && isSame(text, then) ? then : text;
            differ(section.code(), "", section.heading(), then, said, now);
        }
    }

    /** Word knows paragraphs and lists, not the blank lines between them nor which dash was typed. */
    private static boolean isSame(String text, String other) {
        return Paragraphs.of(text).equals(Paragraphs.of(other));
    }

    private void appendix(Appendix appendix) {
        for (Indicator indicator : appendix.indicators()) {
            file.figures().getOrDefault(indicator.code(), Map.of()).forEach((year, value) -> {
                differ(
                        indicator.code() + "/" + year,
                        appendix.code(),
                        "%s. %s, năm %s".formatted(indicator.no(), indicator.name(), year),
                        base == null ? null : show(indicator, cell(base, indicator, year)),
                        show(indicator, value),
                        show(indicator, cell(draft, indicator, year)));
            });
        }
    }

    private static String cell(Content content, Indicator indicator, String year) {
        return content.figures().getOrDefault(indicator.code(), Map.of()).getOrDefault(year, "");
    }

    private static String show(Indicator indicator, String canonical) {
        FigureValue value = FigureValue.parse(indicator, canonical);
        return value == null ? "" : value.show(indicator);
    }

    private void list(ListForm list) {
        List<Map<String, Object>> rows = file.lists().get(list.code());
        if (rows != null) {
            differ(
                    list.code(),
                    list.code(),
                    list.title(),
                    base == null ? null : show(list, base.lists().getOrDefault(list.code(), List.of())),
                    show(list, rows),
                    show(list, draft.lists().getOrDefault(list.code(), List.of())));
        }
    }

    /** The rows one below the other, each with its columns in order. */
    private static String show(ListForm list, List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> list.columns().stream()
                        .map(column -> show(column, row.get(column.key())))
                        .collect(Collectors.joining(" · ")))
                .collect(Collectors.joining("\n"));
    }

    private static String show(ListColumn column, @Nullable Object value) {
        String text = value == null ? "–" : value.toString();
        return switch (column.type()) {
            case "bool" -> value == null ? text : Boolean.parseBoolean(text) ? "Có" : "Không";
            case "int", "decimal" -> text.replace('.', ',');
            case "date" -> value == null ? text : Vietnamese.day(java.time.LocalDate.parse(text));
            default -> text;
        };
    }

    private void differ(String path, String group, String label, @Nullable String then, String said, String now) {
        if (said.equals(now)) {
            return;
        }
        Kind kind = then == null
                ? ofUnknownBase(said, now)
                : Objects.equals(then, now) ? Kind.FILE : Objects.equals(then, said) ? Kind.DRAFT : Kind.BOTH;
        differences.add(new Difference(kind, path, group, label, then, said, now));
    }

    /** Where the draft is blank a file cannot overwrite anything, and a blank in a file is no wish to clear. */
    private static Kind ofUnknownBase(String said, String now) {
        if (now.isEmpty()) {
            return Kind.FILE;
        }
        return said.isEmpty() ? Kind.DRAFT : Kind.BOTH;
    }

    /** The part of what the file says that stands at these paths. */
    static Content pick(Content file, java.util.Set<String> paths) {
        Map<String, String> sections = new LinkedHashMap<>();
        file.sections().forEach((code, text) -> {
            if (paths.contains(code)) {
                sections.put(code, text);
            }
        });
        Map<String, Map<String, String>> figures = new LinkedHashMap<>();
        file.figures()
                .forEach((code, years) -> years.forEach((year, value) -> {
                    if (paths.contains(code + "/" + year)) {
                        figures.computeIfAbsent(code, row -> new LinkedHashMap<>())
                                .put(year, value);
                    }
                }));
        Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();
        file.lists().forEach((code, rows) -> {
            if (paths.contains(code)) {
                lists.put(code, rows);
            }
        });
        return new Content(sections, figures, lists);
    }
}
