package vn.tongket.campaign;

import java.util.Locale;
import vn.tongket.shared.DomainException;

/** Where a campaign stands; codes and labels as the campaign file names them. */
public enum CampaignState {
    /** The plan is drafted, and approved. */
    DRAFT("Dự thảo kế hoạch"),
    /** The plan has its number; reports are being opened. */
    ISSUED("Đã ban hành"),
    /** Units write and send. */
    COLLECTING("Đang nhận báo cáo"),
    /** No report is taken any more; versions are being fixed. */
    LOCKED("Khóa số liệu"),
    /** The consolidated report is compiled. */
    CONSOLIDATING("Đang tổng hợp"),
    /** The Standing Committee has the draft. */
    COMMENTING("Đang lấy ý kiến góp ý"),
    /** From the Standing Committee's agreement to the numbered report. */
    CONFERENCE("Trình Hội nghị Ban Chấp hành"),
    /** The report went to the superior. */
    REPORTED("Đã báo cáo cấp trên"),
    /** The dossier is closed. */
    ARCHIVED("Lưu hồ sơ"),
    /** The plan was taken back after its issue. */
    CANCELLED("Đã thu hồi");

    private final String label;

    CampaignState(String label) {
        this.label = label;
    }

    /** As in the file: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** Whether reports are taken: the plan is out and nothing is locked. */
    public boolean isCollecting() {
        return this == ISSUED || this == COLLECTING;
    }

    /** Whether it has come as far as that step, and was not withdrawn. */
    public boolean hasReached(CampaignState step) {
        return this != CANCELLED && compareTo(step) >= 0;
    }

    /** Refused when the plan was taken back. */
    public void requireNotWithdrawn() {
        if (this == CANCELLED) {
            throw DomainException.refused(
                    "Kế hoạch đã được thu hồi, báo cáo theo kế hoạch này không sửa, không gửi nữa.");
        }
    }

    /** Units that were let in after the lock send theirs: until the Standing Committee has the draft. */
    public boolean takesLateReports() {
        return this == LOCKED || this == CONSOLIDATING;
    }

    /** Whether {@code next} may follow. */
    boolean mayBecome(CampaignState next) {
        return switch (this) {
            case DRAFT -> next == ISSUED;
            case ISSUED -> next == COLLECTING || next == LOCKED || next == CANCELLED;
            case COLLECTING -> next == LOCKED || next == CANCELLED;
            case LOCKED -> next == CONSOLIDATING;
            case CONSOLIDATING -> next == COMMENTING;
            case COMMENTING -> next == CONFERENCE || next == CONSOLIDATING;
            case CONFERENCE -> next == CONSOLIDATING || next == REPORTED;
            case REPORTED -> next == ARCHIVED;
            case ARCHIVED, CANCELLED -> false;
        };
    }
}
