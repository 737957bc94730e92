package vn.tongket.rollup;

import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Cell;

/**
 * What one unit gave for a cell.
 *
 * @param office the issuer's own office: its number adds to the total, and it is not one of the units
 * @param countedAt the union in whose campaign the unit is counted, null: in this one; elsewhere it adds nothing here
 * @param cell null when nothing of it counts yet
 * @param version of its report that counts, null then as well
 * @param state where its report stands, {@code ACCEPTED}; null when it was not opened
 */
public record UnitValue(
        String unit,
        String name,
        String shortName,
        boolean required,
        boolean office,
        @Nullable String countedAt,
        @Nullable String state,
        @Nullable Integer version,
        @Nullable Cell cell) {}
