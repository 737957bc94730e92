package vn.tongket.conference;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing the conference wants changed; {@code doneBy} is null until it is ticked off. */
public record Amendment(
        UUID id, int position, String text, @Nullable String doneBy) {

    public boolean done() {
        return doneBy != null;
    }
}
