package vn.tongket.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.notification.text.MailLayout.Rendered;
import vn.tongket.notification.text.MailText;
import vn.tongket.notification.text.Wording;
import vn.tongket.shared.Vietnamese;

/**
 * A mail as it would go to a unit now: with what the campaign and the unit's report are, and with examples where a text
 * tells of a decision that was not made.
 */
@Service
@Transactional(readOnly = true)
public class TextPreviews {

    private final NoticeText texts;
    private final CampaignService campaigns;
    private final WorkingCalendar calendar;
    private final Clock clock;

    TextPreviews(NoticeText texts, CampaignService campaigns, WorkingCalendar calendar, Clock clock) {
        this.texts = texts;
        this.campaigns = campaigns;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** In these words; {@code unit} by code, null before there are any. */
    public Rendered of(String code, @Nullable String unit, MailText text, Wording wording) {
        Campaign campaign = campaigns.campaign(code);
        boolean whole = switch (text) {
            case DIGEST, ESCALATION, REPORT_UPWARD, SUPERIOR_CHANGED -> true;
            default -> false;
        };
        Notice notice = new Notice(
                UUID.randomUUID(),
                campaign.id(),
                whole ? null : unit,
                kindOf(text),
                "preview",
                null,
                examples(text, campaign));
        return texts.of(notice, wording);
    }

    private static NoticeKind kindOf(MailText text) {
        return switch (text) {
            case REMINDER_FRIENDLY, REMINDER_FIRM, REMINDER_URGENT -> NoticeKind.REMINDER;
            case EXTENSION_GRANTED, EXTENSION_REFUSED -> NoticeKind.EXTENSION_DECIDED;
            default -> NoticeKind.valueOf(text.name());
        };
    }

    private Map<String, Object> examples(MailText text, Campaign campaign) {
        LocalDate common = campaigns.lastAcceptableDay(campaign);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> examples = new HashMap<>();
        switch (text) {
            case DEADLINE_MOVED -> {
                examples.put("oldDeadline", Vietnamese.day(common));
                examples.put("deadline", Vietnamese.day(calendar.plus(common, 5)));
            }
            case PLAN_WITHDRAWN -> examples.put("reason", "Ví dụ: cấp trên ban hành kế hoạch khác thay thế.");
            case EXTENSION_GRANTED, EXTENSION_REFUSED -> {
                examples.put("granted", text == MailText.EXTENSION_GRANTED);
                examples.put("oldDeadline", Vietnamese.day(common));
                examples.put("newDeadline", Vietnamese.day(calendar.plus(common, 5)));
                examples.put("reason", "Ví dụ: đề nghị đơn vị bố trí thêm người, hoàn thành trong thời hạn.");
                examples.put("letterNumber", "25/CV-CĐ");
                examples.put("decidedBy", "Thường trực");
            }
            case REPORT_EXEMPTED, LATE_ACCEPTED -> {
                examples.put("reason", "Ví dụ: đơn vị mới sáp nhập.");
                examples.put("decidedBy", text == MailText.LATE_ACCEPTED ? "Trưởng ban" : "Thường trực");
                examples.put("newDeadline", Vietnamese.day(calendar.plus(today, 3)));
            }
            // What is sent on a day of its own reads as on that day.
            case DUE_TODAY -> examples.put("timeLeft", "hôm nay là ngày làm việc cuối cùng trước hạn");
            case OVERDUE -> examples.put("timeLeft", "đã quá hạn 1 ngày làm việc");
            case ESCALATION -> examples.put("timeLeft", "còn 5 ngày làm việc");
            case URGING_LETTER -> {
                LocalDate day = calendar.plus(calendar.lastOnOrBefore(common), 3);
                examples.put("timeLeft", "đã quá hạn 3 ngày làm việc");
                examples.put("letterNumber", "210/CV");
                examples.put("letterDate", Vietnamese.day(day));
                examples.put("newDeadline", Vietnamese.day(calendar.plus(day, 3)));
            }
            case RECEIPT -> {
                examples.put("documentNumber", "12/BC-CĐ");
                examples.put("incomingNumber", 15);
                examples.put("receivedAt", Vietnamese.minute(clock.instant()));
                examples.put("punctuality", "Đúng hạn");
                examples.put("version", 1);
                examples.put("hash", "0".repeat(64));
            }
            case RETURNED -> {
                examples.put("version", 1);
                examples.put("reasons", List.of("Phụ lục PL01: Sai đơn vị tính", "Toàn báo cáo: Cần bổ sung ví dụ."));
                examples.put("due", Vietnamese.day(calendar.plus(today, 5)));
            }
            case RECALLED -> {
                examples.put("version", 1);
                examples.put("reason", "Ví dụ: nhầm số liệu năm cuối.");
            }
            case INVITATION -> {
                LocalDate day =
                        campaigns.milestone(campaign.code(), "conference").orElse(calendar.plus(common, 25));
                examples.put("conferenceTime", Vietnamese.minute(day.atTime(8, 0)));
                examples.put("place", "Hội trường cơ quan");
                examples.put("agenda", "Thông qua báo cáo " + campaign.type().label());
            }
            case REPORT_UPWARD, ACKNOWLEDGEMENT_OVERDUE -> {
                examples.put("reportNumber", "120/BC");
                examples.put("reportDate", Vietnamese.day(today));
            }
            case SUPERIOR_CHANGED -> {
                examples.put(
                        "change",
                        "Hạn gửi báo cáo của đơn vị với cấp trên nay là hết ngày "
                                + Vietnamese.day(calendar.plus(common, 10)) + ".");
                examples.put("reason", "Ví dụ: thời tiết xấu kéo dài.");
            }
            case ADDRESS_CONFIRMATION -> examples.put("confirmLink", "https://…");
            default -> {}
        }
        return examples;
    }
}
