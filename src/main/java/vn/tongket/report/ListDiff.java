package vn.tongket.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.report.Alignment.Kind;
import vn.tongket.report.Alignment.Step;
import vn.tongket.shared.Vietnamese;

/** How the rows of a list form became others. A row has no name: it is known again by what stands in it. */
public final class ListDiff {

    /** A cell by its column, as people read it; null: empty. */
    public record CellChange(
            String column,
            String label,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * A row that was added, removed or changed: its number before and after, from 1, null where it is not there; the
     * cells that differ, all that hold something of a row that came or went.
     */
    public record RowChange(
            TextDiff.Change change,
            @Nullable Integer was,
            @Nullable Integer is,
            List<CellChange> cells) {}

    private ListDiff() {}

    static List<RowChange> of(
            List<ListColumn> columns, List<Map<String, Object>> before, List<Map<String, Object>> after) {
        return Alignment.of(before, after, ListDiff::areAlike).stream()
                .filter(step -> step.kind() != Kind.KEPT)
                .map(step -> row(columns, step))
                .toList();
    }

    private static RowChange row(List<ListColumn> columns, Step<Map<String, Object>> step) {
        Map<String, Object> before = step.before() == null ? Map.of() : step.before();
        Map<String, Object> after = step.after() == null ? Map.of() : step.after();
        List<CellChange> cells = new ArrayList<>();
        for (ListColumn column : columns) {
            String from = words(column, before.get(column.key()));
            String to = words(column, after.get(column.key()));
            if (!Objects.equals(from, to)) {
                cells.add(new CellChange(column.key(), column.label(), from, to));
            }
        }
        return new RowChange(
                TextDiff.Change.valueOf(step.kind().name()),
                number(step.from()),
                number(step.to()),
                List.copyOf(cells));
    }

    private static @Nullable Integer number(@Nullable Integer place) {
        return place == null ? null : place + 1;
    }

    /** A cell as people read it, null for an empty one. */
    public static @Nullable String words(ListColumn column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case "bool" -> Boolean.TRUE.equals(value) ? "Có" : "Không";
            case "date" -> Vietnamese.day(LocalDate.parse(value.toString()));
            case "decimal" -> value.toString().replace('.', ',');
            default -> value.toString();
        };
    }

    /** At least half of the cells of the fuller row are the same. */
    private static boolean areAlike(Map<String, Object> before, Map<String, Object> after) {
        long same = before.entrySet().stream()
                .filter(cell -> cell.getValue().equals(after.get(cell.getKey())))
                .count();
        return same * 2 >= Math.max(before.size(), after.size());
    }
}
