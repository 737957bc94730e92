package vn.tongket.rollup.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.UnitValue;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Indicator;

/**
 * What a unit gave for a cell as the API gives it.
 *
 * @param value rounded to the indicator's digits, or {@code -}, {@code ...}, {@code x}; null for a blank and a report
 *     that does not count
 * @param office the issuer's own office
 * @param countedAt the union in whose campaign the unit counts, when that is another one
 * @param version of the report that counts, null when none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitValueJson(
        String unit,
        String name,
        boolean required,
        boolean office,
        @Nullable String countedAt,
        @Nullable String state,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer version,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String value,
        TotalJson.@Nullable Exact exact) {

    static UnitValueJson of(UnitValue unit, Indicator row) {
        Cell cell = unit.cell();
        int digits = row.fractionDigits();
        return new UnitValueJson(
                unit.unit(),
                unit.name(),
                unit.required(),
                unit.office(),
                unit.countedAt(),
                unit.state(),
                unit.version(),
                cell == null ? null : cell.canonical(digits),
                cell == null ? null : TotalJson.Exact.of(cell.number(), digits));
    }
}
