package vn.tongket.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a report's figures, typed cells only: indicator → year → canonical string, as JSON {@code
 * {"PL01.LD": {"2008": "18500"}}}. Immutable and sorted.
 */
public final class Figures {

    public static final Figures NONE = of(Map.of());

    private final Map<String, Map<String, String>> cells;

    private Figures(Map<String, Map<String, String>> cells) {
        this.cells = cells;
    }

    @JsonCreator
    public static Figures of(Map<String, Map<String, String>> cells) {
        Map<String, Map<String, String>> copy = new TreeMap<>();
        cells.forEach((code, years) -> {
            if (!years.isEmpty()) {
                copy.put(code, Collections.unmodifiableMap(new TreeMap<>(years)));
            }
        });
        return new Figures(Collections.unmodifiableMap(copy));
    }

    @JsonValue
    public Map<String, Map<String, String>> toMap() {
        return cells;
    }

    /** The canonical string, or null for a blank cell. */
    public @Nullable String get(String indicator, int year) {
        return cells.getOrDefault(indicator, Map.of()).get(String.valueOf(year));
    }

    /** These figures with one cell changed; null clears it. */
    public Figures with(String indicator, int year, @Nullable String canonical) {
        return with(Map.of(indicator, Collections.singletonMap(String.valueOf(year), canonical)));
    }

    /** These figures with those cells changed, canonical strings by indicator and year; null clears a cell. */
    Figures with(Map<String, Map<String, @Nullable String>> changes) {
        Map<String, Map<String, String>> changed = new TreeMap<>(cells);
        changes.forEach((indicator, years) -> {
            Map<String, String> row = new TreeMap<>(cells.getOrDefault(indicator, Map.of()));
            years.forEach((year, canonical) -> {
                if (canonical == null) {
                    row.remove(year);
                } else {
                    row.put(year, canonical);
                }
            });
            changed.put(indicator, row);
        });
        return of(changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Figures figures && cells.equals(figures.cells);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cells);
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
