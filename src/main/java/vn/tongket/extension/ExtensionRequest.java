package vn.tongket.extension;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request for more time, as far as it has come.
 *
 * @param whom for whom, in words
 * @param letterNumber number of the unit's letter; null when it is for many
 * @param proposal of the focal department, null while there is none; on a request for many there never is
 * @param decision null while there is none
 * @param isPast nobody decides on it any more: the report was accepted or closed, or the campaign locked
 * @param moved how many units' deadlines it moved; 0 for all, whose common deadline moved
 */
public record ExtensionRequest(
        UUID id,
        Target target,
        String whom,
        LocalDate askedDay,
        String reason,
        @Nullable String letterNumber,
        String askedBy,
        Instant askedAt,
        @Nullable Proposal proposal,
        @Nullable Decision decision,
        boolean isPast,
        int moved) {

    /** What the focal department thinks of it; {@code day} null when it is against. */
    public record Proposal(
            boolean favoured,
            @Nullable LocalDate day,
            @Nullable String note,
            String by,
            Instant at) {}

    /** What the standing body decided; {@code day} null when it refused. */
    public record Decision(
            boolean granted,
            @Nullable LocalDate day,
            @Nullable String words,
            String by,
            Instant at) {}

    /** Somebody still has to propose or to decide. */
    public boolean isOpen() {
        return decision == null && !isPast;
    }

    /** Where it stands, in words. */
    public String state() {
        if (decision != null) {
            return decision.granted() ? "Đã gia hạn" : "Không đồng ý";
        }
        if (isPast) {
            return "Kết thúc, không quyết định";
        }
        return proposal == null && target.scope() == ExtensionScope.UNIT
                ? "Chờ bộ phận đầu mối đề xuất"
                : "Chờ Thường trực quyết định";
    }
}
