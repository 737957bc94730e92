package vn.tongket.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tongket.mail.MailState;
import vn.tongket.shared.Vietnamese;

/**
 * What became of a notice, or of its way to one addressee.
 *
 * @param skipped missed in an outage and overtaken by a later one
 * @param state of the mail; null when there is none, or what it was to say was overtaken before it went out
 * @param nextAttemptAt when the mail is tried again; null when it was never tried
 * @param sentAt when the server took it; null when it did not
 */
public record Fate(
        boolean skipped,
        @Nullable MailState state,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant sentAt) {

    /** Of a row with {@code skipped} and {@code obsolete} beside the mail's columns. */
    static Fate of(ResultSet row) throws SQLException {
        String state = row.getBoolean("obsolete") ? MailState.OBSOLETE.name() : row.getString("state");
        return new Fate(
                row.getBoolean("skipped"),
                state == null ? null : MailState.valueOf(state),
                row.getInt("attempts") == 0 ? null : instant(row, "next_attempt_at"),
                instant(row, "sent_at"));
    }

    /** In words. */
    public String words() {
        if (skipped) {
            return "Bỏ qua vì đã quá ngày";
        }
        if (state == null) {
            return "Không liên lạc được";
        }
        return switch (state) {
            case QUEUED ->
                nextAttemptAt == null
                        ? state.label()
                        : "Máy chủ tạm từ chối, thử lại lúc " + Vietnamese.minute(nextAttemptAt);
            case HANDED_OVER -> sentAt == null ? state.label() : state.label() + " lúc " + Vietnamese.minute(sentAt);
            default -> state.label();
        };
    }

    /** In words, of the notice as a whole: nobody is left to be told where its last mail is lost. */
    public String wordsOfAll() {
        return state != null && isUnreachable() ? "Không liên lạc được: " + Vietnamese.midSentence(words()) : words();
    }

    /** It reached nobody, and will not. */
    public boolean isUnreachable() {
        return !skipped && (state == null || state.isLost());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
