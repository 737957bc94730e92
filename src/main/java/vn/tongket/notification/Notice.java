package vn.tongket.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One notice to one address. Its id follows from what makes it unique, so that a hand-over repeated after a crash
 * carries the same Message-ID.
 *
 * @param occasion what sets it apart from others of its kind: a reminder's day, a version, a round
 * @param details what its text needs beyond the campaign's own facts
 */
public record Notice(
        UUID id,
        UUID campaign,
        @Nullable String unitCode,
        NoticeKind kind,
        String occasion,
        String address,
        Map<String, Object> details) {

    static Notice of(
            UUID campaign,
            @Nullable String unitCode,
            NoticeKind kind,
            String occasion,
            String address,
            Map<String, Object> details) {
        String key = String.join("|", campaign.toString(), String.valueOf(unitCode), kind.name(), occasion);
        return new Notice(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                campaign,
                unitCode,
                kind,
                occasion,
                address,
                details);
    }

    String messageId() {
        return "<" + id + "@tongket>";
    }

    /** A notice with its fate. */
    public record Logged(
            @Nullable String unitCode,
            NoticeKind kind,
            String address,
            State state,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String error) {}

    /** Where the hand-over stands. */
    public enum State {
        QUEUED("Chờ gửi"),
        SENT("Đã gửi"),
        FAILED("Không gửi được");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
