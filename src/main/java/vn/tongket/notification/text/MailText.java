package vn.tongket.notification.text;

import static vn.tongket.notification.text.Placeholder.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The texts of mails, each with when it goes to whom and the placeholders that it may name. Their defaults stand in
 * {@code mail/<name in lower case>.txt}, the subject in the first line.
 */
public enum MailText {
    PLAN_ISSUED("Gửi kế hoạch", "Khi kế hoạch được ban hành, tới cán bộ của từng đơn vị", DEADLINE),
    REMINDER_FRIENDLY(
            "Nhắc hạn – nhắc nhẹ",
            "Khi còn nhiều ngày, tới cán bộ của đơn vị chưa gửi",
            DEADLINE,
            TIME_LEFT,
            STATE,
            OWED),
    REMINDER_FIRM(
            "Nhắc hạn – đề nghị khẩn trương",
            "Khi sắp đến hạn, tới cán bộ của đơn vị chưa gửi",
            DEADLINE,
            TIME_LEFT,
            STATE,
            OWED),
    REMINDER_URGENT(
            "Nhắc hạn – khẩn", "Ngay trước hạn, tới cán bộ của đơn vị chưa gửi", DEADLINE, TIME_LEFT, STATE, OWED),
    DUE_TODAY(
            "Ngày làm việc cuối cùng",
            "Ngày làm việc cuối trước hạn, tới cán bộ của đơn vị chưa gửi",
            DEADLINE,
            TIME_LEFT,
            STATE,
            OWED),
    OVERDUE("Đã quá hạn", "Ngày làm việc đầu tiên sau hạn, tới cán bộ và Chủ tịch", DEADLINE, TIME_LEFT, STATE, OWED),
    URGING_LETTER(
            "Công văn đôn đốc",
            "Ngày làm việc thứ ba sau hạn, tới cán bộ và Chủ tịch, kèm công văn",
            DEADLINE,
            TIME_LEFT,
            STATE,
            OWED,
            NEW_DEADLINE,
            LETTER_NUMBER,
            LETTER_DATE),
    DEADLINE_MOVED("Lùi hạn chung", "Khi hạn của mọi đơn vị được lùi", OLD_DEADLINE, NEW_DEADLINE, OWED),
    PLAN_WITHDRAWN("Thu hồi kế hoạch", "Khi kế hoạch được thu hồi, tới cán bộ của từng đơn vị", REASONS),
    EXTENSION_GRANTED(
            "Đồng ý gia hạn",
            "Khi đề nghị gia hạn được chấp nhận",
            OLD_DEADLINE,
            NEW_DEADLINE,
            REASONS,
            LETTER_NUMBER,
            DECIDED_BY,
            OWED),
    EXTENSION_REFUSED(
            "Không đồng ý gia hạn",
            "Khi đề nghị gia hạn không được chấp nhận",
            DEADLINE,
            TIME_LEFT,
            REASONS,
            LETTER_NUMBER,
            DECIDED_BY,
            OWED),
    REPORT_EXEMPTED("Miễn gửi báo cáo", "Khi đơn vị được miễn", REASONS, DECIDED_BY),
    LATE_ACCEPTED("Cho gửi sau khóa số liệu", "Khi đơn vị được phép gửi muộn", NEW_DEADLINE, REASONS, DECIDED_BY, OWED),
    RECEIPT(
            "Biên nhận báo cáo",
            "Khi báo cáo của đơn vị vào sổ",
            REPORT_NUMBER,
            INCOMING_NUMBER,
            RECEIVED_AT,
            PUNCTUALITY,
            VERSION,
            HASH,
            RECEIPT_LINK),
    RETURNED("Trả lại báo cáo", "Khi báo cáo bị trả lại", VERSION, REASONS, DEADLINE, TIME_LEFT),
    RECALLED("Đơn vị rút lại báo cáo", "Tới bộ phận đầu mối, khi Chủ tịch đơn vị rút lại", VERSION, REASONS),
    DIGEST(
            "Tổng hợp tuần",
            "Thứ Hai hằng tuần, tới bộ phận đầu mối",
            DEADLINE,
            EXPECTED,
            PROGRESS,
            MISSING_COUNT,
            MISSING_SHARE,
            MISSING,
            UNREACHABLE,
            EXTENSIONS),
    ESCALATION(
            "Báo cáo Thường trực",
            "Tới Thường trực, khi sắp đến hạn mà quá nhiều đơn vị chưa gửi",
            DEADLINE,
            TIME_LEFT,
            EXPECTED,
            PROGRESS,
            MISSING_COUNT,
            MISSING_SHARE,
            MISSING),
    INVITATION("Giấy mời Hội nghị", "Khi triệu tập Hội nghị, tới Chủ tịch", CONFERENCE_TIME, CONFERENCE_PLACE, AGENDA),
    REPORT_UPWARD("Gửi báo cáo lên cấp trên", "Khi báo cáo tổng hợp được cấp số", REPORT_NUMBER, REPORT_DATE),
    ACKNOWLEDGEMENT_OVERDUE(
            "Nhắc xác nhận của cấp trên",
            "Tới văn thư, khi cấp trên chưa xác nhận đã nhận",
            REPORT_NUMBER,
            REPORT_DATE),
    SUPERIOR_CHANGED(
            "Thay đổi của cấp trên",
            "Khi cấp trên đổi hạn của đơn vị, miễn báo cáo cho đơn vị hoặc thu hồi kế hoạch, tới bộ phận đầu mối",
            CHANGE,
            REASONS),
    ADDRESS_CONFIRMATION("Thư kiểm tra địa chỉ", "Trước khi ban hành, tới địa chỉ chưa xác nhận", CONFIRM_LINK);

    private final String label;
    private final String occasion;
    private final List<Placeholder> placeholders;

    MailText(String label, String occasion, Placeholder... own) {
        this.label = label;
        this.occasion = occasion;
        List<Placeholder> all = new ArrayList<>(Arrays.asList(own));
        // What every mail may name.
        all.addAll(List.of(UNIT, ISSUER, DEPARTMENT, SUPERIOR, REVIEW, TITLE, SHORT_TITLE, PLAN_NUMBER, PLAN_DATE));
        this.placeholders = List.copyOf(all);
    }

    public String label() {
        return label;
    }

    /** When it goes, and to whom. */
    public String occasion() {
        return occasion;
    }

    /** What it may name: its own first, then those of every mail. */
    public List<Placeholder> placeholders() {
        return placeholders;
    }

    /** Its name in addresses: {@code reminder-firm}. */
    public String path() {
        return file().replace('_', '-');
    }

    /** The text of that {@link #path}. */
    public static Optional<MailText> of(String path) {
        return Arrays.stream(values()).filter(text -> text.path().equals(path)).findFirst();
    }

    String file() {
        return name().toLowerCase(Locale.ROOT);
    }
}
