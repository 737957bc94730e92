package vn.tongket.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.statistics.FigureValue;
import vn.tongket.statistics.Indicator;

/**
 * What became of a report between two of its contents, in the order of the unit's form; only what differs is in it.
 * Cells are typed ones: what follows from them by formula is not listed again.
 */
public record ReportDiff(
        List<TextChange> texts,
        List<CellChange> cells,
        List<ListChange> lists,
        List<ExplanationChange> explanations,
        List<FileChange> files) {

    /** A heading whose text differs. */
    public record TextChange(String section, String heading, TextDiff diff) {}

    /** A cell; {@code from} and {@code to} are canonical, {@code was} and {@code is} as people read them; null: blank. */
    public record CellChange(
            String appendix,
            String indicator,
            String no,
            String name,
            String unit,
            String year,
            @Nullable String from,
            @Nullable String to,
            @Nullable String was,
            @Nullable String is) {}

    /** A list form with the rows that differ. */
    public record ListChange(String list, String title, List<ListDiff.RowChange> rows) {}

    /** What is said about a warning, by {@code RULE/INDICATOR/YEAR} and, {@code at}, in words; empty: nothing. */
    public record ExplanationChange(String place, String at, TextDiff diff) {}

    /** A file by its name; a hash is null where there is none of that name. */
    public record FileChange(
            String name, @Nullable String from, @Nullable String to) {}

    static ReportDiff between(ReportForm form, WholeContent before, WholeContent after) {
        ReportContent old = before.content();
        ReportContent now = after.content();
        return new ReportDiff(
                texts(form, old.sections(), now.sections()),
                cells(form, old.figures(), now.figures()),
                lists(form, old.lists(), now.lists()),
                explanations(form, old.explanations(), now.explanations()),
                files(hashes(before), hashes(after)));
    }

    @JsonIgnore
    public boolean isEmpty() {
        return count() == 0;
    }

    /** How many headings, cells, rows, explanations and files differ. */
    public int count() {
        return texts.size()
                + cells.size()
                + lists.stream().mapToInt(list -> list.rows().size()).sum()
                + explanations.size()
                + files.size();
    }

    private static List<TextChange> texts(ReportForm form, Map<String, String> before, Map<String, String> after) {
        List<TextChange> changes = new ArrayList<>();
        for (Section section : form.sections()) {
            String old = before.getOrDefault(section.code(), "");
            String now = after.getOrDefault(section.code(), "");
            if (!old.equals(now)) {
                changes.add(new TextChange(section.code(), section.heading(), TextDiff.of(old, now)));
            }
        }
        return changes;
    }

    private static List<CellChange> cells(
            ReportForm form, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        List<CellChange> changes = new ArrayList<>();
        form.figures()
                .appendices()
                .forEach(appendix -> appendix.indicators().forEach(row -> {
                    Map<String, String> old = before.getOrDefault(row.code(), Map.of());
                    Map<String, String> now = after.getOrDefault(row.code(), Map.of());
                    union(old, now).stream()
                            .filter(year -> !Objects.equals(old.get(year), now.get(year)))
                            .map(year -> cell(appendix.code(), row, year, old.get(year), now.get(year)))
                            .forEach(changes::add);
                }));
        return changes;
    }

    private static CellChange cell(
            String appendix, Indicator row, String year, @Nullable String from, @Nullable String to) {
        return new CellChange(
                appendix, row.code(), row.no(), row.name(), row.unit(), year, from, to, show(row, from), show(row, to));
    }

    private static @Nullable String show(Indicator row, @Nullable String canonical) {
        FigureValue value = FigureValue.parse(row, canonical);
        return value == null ? null : value.show(row);
    }

    private static List<ListChange> lists(
            ReportForm form,
            Map<String, List<Map<String, Object>>> before,
            Map<String, List<Map<String, Object>>> after) {
        List<ListChange> changes = new ArrayList<>();
        for (ListForm list : form.lists()) {
            List<ListDiff.RowChange> rows = ListDiff.of(
                    list.columns(),
                    before.getOrDefault(list.code(), List.of()),
                    after.getOrDefault(list.code(), List.of()));
            if (!rows.isEmpty()) {
                changes.add(new ListChange(list.code(), list.title(), rows));
            }
        }
        return changes;
    }

    private static List<ExplanationChange> explanations(
            ReportForm form, Map<String, String> before, Map<String, String> after) {
        return union(before, after).stream()
                .filter(place -> !Objects.equals(before.get(place), after.get(place)))
                .map(place -> new ExplanationChange(
                        place,
                        form.placeOfCheck(place),
                        TextDiff.of(before.getOrDefault(place, ""), after.getOrDefault(place, ""))))
                .toList();
    }

    private static List<FileChange> files(Map<String, String> before, Map<String, String> after) {
        return union(before, after).stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new FileChange(name, before.get(name), after.get(name)))
                .toList();
    }

    private static Map<String, String> hashes(WholeContent whole) {
        Map<String, String> hashes = new java.util.HashMap<>();
        whole.attachments().forEach(file -> hashes.put(file.name(), file.sha256()));
        return hashes;
    }

    private static Set<String> union(Map<String, ?> before, Map<String, ?> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys;
    }
}
