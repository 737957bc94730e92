package vn.tongket.notification;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.Vietnamese;

/** Tells a unit what was decided on its report, in the transaction that decided it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DecisionNotices {

    private static final String STANDING_BODY = "Thường trực";
    private static final String HEAD_OF_DEPARTMENT = "người đứng đầu bộ phận đầu mối";

    private final CampaignNotices notices;

    DecisionNotices(CampaignNotices notices) {
        this.notices = notices;
    }

    /**
     * More time was granted.
     *
     * @param occasion what sets this decision apart from others on the unit
     * @param words the standing body's, if it added any
     * @param letterNumber of the unit's letter; null where it did not write one
     */
    public void extensionGranted(
            String campaign,
            String unit,
            String occasion,
            LocalDate oldDay,
            LocalDate newDay,
            @Nullable String words,
            @Nullable String letterNumber) {
        notices.sendToUnit(
                campaign, unit, NoticeKind.EXTENSION_DECIDED, occasion, granted(oldDay, newDay, words, letterNumber));
    }

    /** More time was refused; {@code words} say why. */
    public void extensionRefused(
            String campaign, String unit, String occasion, @Nullable String words, @Nullable String letterNumber) {
        notices.sendToUnit(
                campaign, unit, NoticeKind.EXTENSION_DECIDED, occasion, extension(false, words, letterNumber));
    }

    /** The unit need not report. */
    public void exempted(String campaign, String unit, String reason) {
        notices.sendToUnit(
                campaign,
                unit,
                NoticeKind.REPORT_EXEMPTED,
                "exempted",
                Map.of("reason", reason, "decidedBy", STANDING_BODY));
    }

    /** The unit may send after the lock, until the end of that day. */
    public void lateAccepted(String campaign, String unit, LocalDate until, String reason) {
        notices.sendToUnit(
                campaign,
                unit,
                NoticeKind.LATE_ACCEPTED,
                until.toString(),
                Map.of("newDeadline", Vietnamese.day(until), "reason", reason, "decidedBy", HEAD_OF_DEPARTMENT));
    }

    /** What the text of a granted extension needs. */
    static Map<String, Object> granted(
            LocalDate oldDay, LocalDate newDay, @Nullable String words, @Nullable String letterNumber) {
        Map<String, Object> details = extension(true, words, letterNumber);
        details.put("oldDeadline", Vietnamese.day(oldDay));
        details.put("newDeadline", Vietnamese.day(newDay));
        return details;
    }

    private static Map<String, Object> extension(
            boolean granted, @Nullable String words, @Nullable String letterNumber) {
        Map<String, Object> details = new HashMap<>();
        details.put("granted", granted);
        details.put("decidedBy", STANDING_BODY);
        if (words != null) {
            details.put("reason", words);
        }
        if (letterNumber != null) {
            details.put("letterNumber", letterNumber);
        }
        return details;
    }
}
