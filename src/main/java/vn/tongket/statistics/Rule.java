package vn.tongket.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cross-check as the campaign file states it; which fields count depends on {@code kind} (formats.md, Cross-checks).
 * {@code indicators} is a list of codes or a selector such as {@code "*numeric"}.
 */
public record Rule(
        String code,
        String kind,
        String severity,
        String messageVi,
        @Nullable String left,
        @Nullable String op,
        @Nullable String right,
        @Nullable String total,
        @Nullable List<String> parts,
        @Nullable BigDecimal tolerance,
        @Nullable String indicator,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String stock,
        @Nullable List<String> plus,
        @Nullable List<String> minus,
        @Nullable BigDecimal tolerancePct,
        @Nullable JsonNode indicators,
        @Nullable BigDecimal maxPct,
        @Nullable BigDecimal minBase,
        @Nullable Boolean skipPartialYearForFlow,
        @Nullable String explainIn) {}
