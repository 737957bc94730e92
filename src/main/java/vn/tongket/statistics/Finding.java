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

    /** Names the line among all lines of all rules, {@code R12/PL01.LD/2008}: rule, first row, year. */
    public String key() {
        return code + "/" + place();
    }

    /** The cell at which it is shown, {@code PL01.LD/2008}. */
    public String place() {
        return indicators.get(0) + "/" + year;
    }

    /** Broken, and the unit has not said why. */
    public boolean wantsExplanation() {
        return isBroken() && severity == Severity.WARN && explanation == null;
    }

    /** This line with what the unit says about it; a line that explains itself in the figures, or holds, stays as it is. */
    public Finding explainedBy(@Nullable String words) {
        return words == null || explanation != null || !isBroken() || severity != Severity.WARN
                ? this
                : new Finding(code, severity, year, indicators, outcome, message, reason, words);
    }

    public boolean isBroken() {
        return outcome == Outcome.BROKEN;
    }

    /** Broken, and so that the report cannot be signed. */
    public boolean blocksSigning() {
        return isBroken() && severity == Severity.ERROR;
    }
}
