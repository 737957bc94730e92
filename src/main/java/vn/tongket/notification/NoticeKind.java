package vn.tongket.notification;

/** What a notice is about; its words are one of {@link vn.tongket.notification.text.MailText}. */
public enum NoticeKind {
    PLAN_ISSUED("Gửi kế hoạch"),
    REMINDER("Nhắc hạn gửi báo cáo"),
    DUE_TODAY("Đến hạn gửi báo cáo"),
    OVERDUE("Quá hạn gửi báo cáo"),
    URGING_LETTER("Công văn đôn đốc"),
    DIGEST("Tình hình gửi báo cáo hằng tuần"),
    ESCALATION("Báo cáo Thường trực: còn thiếu nhiều báo cáo"),
    DEADLINE_MOVED("Lùi hạn gửi báo cáo"),
    PLAN_WITHDRAWN("Thu hồi kế hoạch"),
    RECEIPT("Xác nhận đã nhận báo cáo"),
    RETURNED("Trả lại báo cáo"),
    RECALLED("Đơn vị rút lại báo cáo"),
    INVITATION("Giấy mời Hội nghị"),
    REPORT_UPWARD("Gửi báo cáo lên cấp trên"),
    ACKNOWLEDGEMENT_OVERDUE("Nhắc xác nhận của cấp trên"),
    EXTENSION_DECIDED("Quyết định về gia hạn"),
    REPORT_EXEMPTED("Miễn gửi báo cáo"),
    LATE_ACCEPTED("Cho gửi sau khóa số liệu"),
    SUPERIOR_CHANGED("Thay đổi của cấp trên"),
    ADDRESS_CONFIRMATION("Thư kiểm tra địa chỉ");

    private final String label;

    NoticeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
