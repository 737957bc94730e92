package vn.tongket.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided to be told to one unit, or about the whole campaign. Its id follows from what makes it unique, so
 * that what is decided twice is one notice.
 *
 * @param occasion what sets it apart from others of its kind: a reminder's day, a version, a round
 * @param tone which of the kind's wordings is meant; null for the only one
 * @param details what its text needs beyond the campaign's own facts
 */
public record Notice(
        UUID id,
        UUID campaign,
        @Nullable String unitCode,
        NoticeKind kind,
        String occasion,
        @Nullable String tone,
        Map<String, Object> details) {

    static Notice of(
            UUID campaign, @Nullable String unitCode, NoticeKind kind, String occasion, Map<String, Object> details) {
        String key = String.join("|", campaign.toString(), String.valueOf(unitCode), kind.name(), occasion);
        return new Notice(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                campaign,
                unitCode,
                kind,
                occasion,
                null,
                details);
    }

    /**
     * A notice to one addressee, with its fate.
     *
     * @param address null when nobody could be reached, or nobody was to be
     */
    public record Logged(
            @Nullable String unitCode,
            NoticeKind kind,
            @Nullable String address,
            Fate fate,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String error) {}
}
