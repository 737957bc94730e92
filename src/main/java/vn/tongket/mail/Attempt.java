package vn.tongket.mail;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt brought, and what follows.
 *
 * @param content null when it could not be written
 */
record Attempt(Claimed claimed, @Nullable MailContent content, Answer answer) {

    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final Duration PATIENCE = Duration.ofDays(3);

    /**
     * Where the mail stands now.
     *
     * @param serverTookOthers since this one was first refused: otherwise a lost connection is not its own fault
     */
    MailState state(Instant now, boolean serverTookOthers) {
        return switch (answer.kind()) {
            case TAKEN -> MailState.HANDED_OVER;
            case NO_SUCH_ADDRESS, REFUSED -> MailState.REFUSED;
            case LATER, UNWRITABLE -> isPatienceOver(now) ? MailState.GIVEN_UP : MailState.QUEUED;
            case IN_DOUBT -> isPatienceOver(now) && serverTookOthers ? MailState.GIVEN_UP : MailState.QUEUED;
            case NO_SERVER -> MailState.QUEUED;
        };
    }

    /** When it is tried again; each pause is twice the one before. */
    Instant nextAttempt(Instant now) {
        Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(claimed.attempts(), 16));
        return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** Null once it was taken. */
    @Nullable
    Instant refusedSince(Instant now) {
        if (answer.kind() == Answer.Kind.TAKEN) {
            return null;
        }
        return claimed.refusedSince() == null ? now : claimed.refusedSince();
    }

    boolean isPatienceOver(Instant now) {
        Instant since = claimed.refusedSince();
        return since != null && !since.plus(PATIENCE).isAfter(now);
    }

    /** It goes to nobody at this address; whoever else could be told should be. */
    boolean isLost(MailState state) {
        return state.isLost() && answer.kind() != Answer.Kind.UNWRITABLE;
    }
}
