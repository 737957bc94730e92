package vn.tongket.cascade;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a superior decided touches the campaigns below. Published in the deciding transaction, once for all
 * that it touches; nothing above waits for what follows from it.
 *
 * @param campaigns those below
 * @param occasion what sets this change apart from others
 * @param change a sentence for their people
 * @param reason the superior's; null where it gave none
 */
public record SuperiorChanged(
        List<UUID> campaigns,
        String occasion,
        String change,
        @Nullable String reason) {

    public SuperiorChanged {
        campaigns = List.copyOf(campaigns);
    }
}
