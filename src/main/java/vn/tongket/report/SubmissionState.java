package vn.tongket.report;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import vn.tongket.shared.DomainException;

/** Where one unit's report stands; codes as the campaign file names them. */
public enum SubmissionState {
    /** The plan is out, the unit has not taken it yet. */
    NOT_STARTED("Chưa bắt đầu"),
    /** The unit holds its review and writes. */
    DRAFTING("Đang soạn"),
    /** The chair has it. */
    INTERNAL_REVIEW("Đang trình duyệt tại đơn vị"),
    /** Signed and sent, not registered yet. */
    SUBMITTED("Đã gửi"),
    /** Registered; the focal department reads it. */
    UNDER_REVIEW("Đang thẩm tra"),
    /** Sent back with reasons. */
    RETURNED("Trả lại, yêu cầu bổ sung"),
    ACCEPTED("Đã chấp nhận"),
    /** Went into the consolidated report. */
    CONSOLIDATED("Đã tổng hợp"),
    EXEMPT("Được miễn báo cáo"),
    /** Not there at the lock, or returned and not sent again. */
    NOT_SUBMITTED("Không gửi"),
    /** The plan was withdrawn before the report was accepted. */
    WITHDRAWN("Kế hoạch đã thu hồi");

    /** The unit owes its report: these are reminded. */
    public static final Set<SubmissionState> OWING = EnumSet.of(NOT_STARTED, DRAFTING, INTERNAL_REVIEW, RETURNED);

    /** Sent and waiting for a decision. */
    public static final Set<SubmissionState> AWAITING_REVIEW = EnumSet.of(SUBMITTED, UNDER_REVIEW);

    private final String label;

    SubmissionState(String label) {
        this.label = label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** The unit may still change what it writes. */
    public boolean isWritable() {
        return this == NOT_STARTED || this == DRAFTING || this == RETURNED;
    }

    /** The issuer let the unit off: it owes nothing, by no day. */
    public boolean isReleased() {
        return this == EXEMPT || this == WITHDRAWN;
    }

    /** Refused, with the state's name, when the unit may not change what it wrote. */
    void requireWritable() {
        if (!isWritable()) {
            throw DomainException.refused("Báo cáo đang ở trạng thái “" + label + "”, không sửa được.");
        }
    }

    boolean mayBecome(SubmissionState next) {
        return switch (this) {
            case NOT_STARTED -> next == DRAFTING || isClosing(next);
            case DRAFTING, RETURNED -> next == INTERNAL_REVIEW || isClosing(next);
            case INTERNAL_REVIEW -> next == DRAFTING || next == RETURNED || next == SUBMITTED || isClosing(next);
            case SUBMITTED -> next == UNDER_REVIEW || next == RETURNED || next == DRAFTING;
            case UNDER_REVIEW -> next == ACCEPTED || next == RETURNED || next == DRAFTING;
            case ACCEPTED -> next == CONSOLIDATED;
            // Let in after the lock.
            case NOT_SUBMITTED -> next == DRAFTING || next == RETURNED;
            case CONSOLIDATED, EXEMPT, WITHDRAWN -> false;
        };
    }

    private static boolean isClosing(SubmissionState next) {
        return next == EXEMPT || next == NOT_SUBMITTED;
    }
}
