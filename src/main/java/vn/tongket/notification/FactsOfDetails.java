package vn.tongket.notification;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.tongket.mail.MailSettings;
import vn.tongket.notification.text.Placeholder;

/** What the notice itself keeps of the decision that it tells of; days in it are written {@code 05/11/2017}. */
@Component
@Order(0)
class FactsOfDetails implements FactSource {

    private final MailSettings settings;

    FactsOfDetails(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable List<String> of(Placeholder placeholder, Notice notice) {
        return switch (placeholder) {
            case TIME_LEFT -> told(notice, "timeLeft");
            case OLD_DEADLINE -> told(notice, "oldDeadline");
            // The notice of a common deadline that was moved keeps the new one under its plain name.
            case NEW_DEADLINE -> told(notice, notice.kind() == NoticeKind.DEADLINE_MOVED ? "deadline" : "newDeadline");
            case REPORT_NUMBER -> told(notice, notice.kind() == NoticeKind.RECEIPT ? "documentNumber" : "reportNumber");
            case REPORT_DATE -> told(notice, "reportDate");
            case INCOMING_NUMBER -> told(notice, "incomingNumber");
            case RECEIVED_AT -> told(notice, "receivedAt");
            case PUNCTUALITY -> told(notice, "punctuality");
            case VERSION -> told(notice, "version");
            case HASH -> told(notice, "hash");
            case RECEIPT_LINK ->
                detail(notice, "hash").stream()
                        .map(hash -> settings.baseUrl() + "/receipts/" + hash)
                        .toList();
            case REASONS -> told(notice, notice.kind() == NoticeKind.RETURNED ? "reasons" : "reason");
            case DECIDED_BY -> told(notice, "decidedBy");
            case LETTER_NUMBER -> told(notice, "letterNumber");
            case LETTER_DATE -> told(notice, "letterDate");
            case CONFERENCE_TIME -> told(notice, "conferenceTime");
            case CONFERENCE_PLACE -> told(notice, "place");
            case AGENDA -> told(notice, "agenda");
            case CHANGE -> told(notice, "change");
            case CONFIRM_LINK -> told(notice, "confirmLink");
            default -> null;
        };
    }

    private static @Nullable List<String> told(Notice notice, String key) {
        return notice.details().containsKey(key) ? detail(notice, key) : null;
    }

    static List<String> detail(Notice notice, String key) {
        return words(notice.details().get(key));
    }

    static List<String> words(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null || value.toString().isBlank() ? List.of() : List.of(value.toString());
    }
}
