package vn.tongket.report;

/** How a report's receipt lies to its deadline (formats.md, Dates). */
public enum Punctuality {
    EARLY("early", "Sớm hạn"),
    ON_TIME("onTime", "Đúng hạn"),
    LATE("late", "Muộn"),
    LATE_AFTER_LOCK("lateAfterLock", "Muộn, sau khóa số liệu"),
    MISSING("missing", "Không gửi");

    private final String code;
    private final String label;

    Punctuality(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
