package vn.tongket.mail;

/** Where a mail's hand-over stands. */
public enum MailState {
    /** Waits for its first or next attempt. */
    QUEUED("Chờ gửi"),
    /** The server took it; what becomes of it then, only a returned mail tells. */
    HANDED_OVER("Đã chuyển máy chủ thư"),
    /** By the server, for good. */
    REFUSED("Bị từ chối"),
    /** The server took it and sent it back. */
    BOUNCED("Thư bị trả lại"),
    /** Refused for now, for three days. */
    GIVEN_UP("Không chuyển được sau 3 ngày"),
    /** What it says was overtaken before it went out. */
    OBSOLETE("Không còn cần gửi");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** It reached nobody, and will not. */
    public boolean isLost() {
        return this == REFUSED || this == BOUNCED || this == GIVEN_UP;
    }
}
