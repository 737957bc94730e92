package vn.tongket.statistics;

import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Finding.Outcome;

/** The answer to one comparison, with the reason when there is none. */
record Verdict(Outcome outcome, @Nullable String reason) {

    static final Verdict HOLDS = new Verdict(Outcome.HOLDS, null);
    static final Verdict BROKEN = new Verdict(Outcome.BROKEN, null);

    static Verdict of(boolean holds) {
        return holds ? HOLDS : BROKEN;
    }

    static Verdict notCheckable(String reason) {
        return new Verdict(Outcome.NOT_CHECKABLE, reason);
    }
}
