package vn.tongket.mail;

/** Where a mail's hand-over stands. */
public enum MailState {
    QUEUED("Chờ gửi"),
    SENT("Đã gửi"),
    FAILED("Không gửi được");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
