package vn.tongket.notification;

import java.util.Locale;

/** What a notice is about; each has its text in {@code mail/<name in lower case>.txt}. */
public enum NoticeKind {
    PLAN_ISSUED("Gửi kế hoạch"),
    REMINDER("Nhắc hạn gửi báo cáo"),
    DUE_TODAY("Đến hạn gửi báo cáo"),
    OVERDUE("Quá hạn gửi báo cáo"),
    URGING_LETTER("Công văn đôn đốc"),
    DIGEST("Tình hình gửi báo cáo hằng tuần"),
    ESCALATION("Báo cáo Thường trực: còn thiếu nhiều báo cáo"),
    DEADLINE_MOVED("Lùi hạn gửi báo cáo"),
    RECEIPT("Xác nhận đã nhận báo cáo"),
    RETURNED("Trả lại báo cáo"),
    RECALLED("Đơn vị rút lại báo cáo"),
    INVITATION("Giấy mời Hội nghị"),
    REPORT_UPWARD("Gửi báo cáo lên cấp trên"),
    ACKNOWLEDGEMENT_OVERDUE("Nhắc xác nhận của cấp trên"),
    ADDRESS_CONFIRMATION("Thư kiểm tra địa chỉ");

    private final String label;

    NoticeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    String template() {
        return name().toLowerCase(Locale.ROOT);
    }
}
