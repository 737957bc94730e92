package vn.tongket.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cross-check found in one year. {@code reason} says why it could not be checked; {@code explanation} is what
 * the unit wrote about a warning that asks for it.
 */
public record Finding(
        String code,
        Severity severity,
        int year,
        List<String> indicators,
        Outcome outcome,
        String message,
        @Nullable String reason,
        @Nullable String explanation) {

    /** What a broken rule means for signing. */
    public enum Severity {
        /** Blocks signing. */
        ERROR,
        /** Wants an explanation. */
        WARN
    }

    /** The answer of one line. */
    public enum Outcome {
        HOLDS,
        BROKEN,
        NOT_CHECKABLE
    }

    public boolean isBroken() {
        return outcome == Outcome.BROKEN;
    }

    /** Broken, and so that the report cannot be signed. */
    public boolean blocksSigning() {
        return isBroken() && severity == Severity.ERROR;
    }
}
