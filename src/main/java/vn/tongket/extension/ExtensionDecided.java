package vn.tongket.extension;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for more time was granted or refused: all that a letter about it says. Published in the deciding
 * transaction, after {@link ExtensionGranted}.
 *
 * @param target for one unit the notice goes to it; for a category or a seat to the units of {@code extension_unit};
 *     for all the {@link vn.tongket.campaign.DeadlineMoved} tells them
 * @param oldDay the unit's effective deadline before; for many the common one
 * @param askedDay the day that was asked for
 * @param newDay the day granted; null when it was refused
 * @param askedReason why more time was asked for
 * @param letterNumber number of the unit's letter; null for many
 * @param words of the standing body; never null when it refused
 * @param decidedBy user id
 */
public record ExtensionDecided(
        String campaign,
        UUID request,
        Target target,
        boolean granted,
        LocalDate oldDay,
        LocalDate askedDay,
        @Nullable LocalDate newDay,
        String askedReason,
        @Nullable String letterNumber,
        @Nullable String words,
        String decidedBy) {}
