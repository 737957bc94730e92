package vn.tongket.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tongket.report.ReportCommands.HoldReview;
import vn.tongket.report.ReportCommands.ReceivePlan;
import vn.tongket.report.ReportCommands.ReviewForm;
import vn.tongket.shared.DomainException;

/** One unit's report in one campaign: how the unit reviews, and where its report stands. */
@Entity
public class Report {

    /** The participant's id. */
    @Id
    private UUID id;

    private UUID campaignId;

    @Enumerated(EnumType.STRING)
    private SubmissionState state;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewForm reviewForm;

    private @Nullable String personInCharge;
    private @Nullable LocalDate ownDate;
    private @Nullable LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewForm heldForm;

    private @Nullable Integer present;
    private @Nullable String minutes;
    private @Nullable LocalDate extendedTo;
    private @Nullable LocalDate resendBy;
    private @Nullable Instant firstReceivedAt;
    private @Nullable Integer countedVersion;
    private @Nullable String handedOverHash;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Report() {}

    void receivePlan(ReceivePlan command) {
        become(SubmissionState.DRAFTING);
        reviewForm = command.form();
        personInCharge = command.personInCharge();
        ownDate = command.ownDate();
    }

    void holdReview(HoldReview command) {
        if (!state.isWritable()) {
            throw wrongMoment();
        }
        heldOn = command.heldOn();
        heldForm = command.form();
        present = command.present();
        minutes = command.minutes();
    }

    void become(SubmissionState next) {
        if (!state.mayBecome(next)) {
            throw wrongMoment();
        }
        state = next;
    }

    /** Handed to the chair, with that content and no other. */
    void handOver(String contentHash) {
        become(SubmissionState.INTERNAL_REVIEW);
        handedOverHash = contentHash;
    }

    /** Signed and sent; refused when the content is not the one that was handed to the chair. */
    void sign(String contentHash) {
        if (state == SubmissionState.INTERNAL_REVIEW && handedOverHash != null && !handedOverHash.equals(contentHash)) {
            throw DomainException.refused(
                    "Nội dung báo cáo đã khác với bản trình ký; hãy trả lại cán bộ để trình lại.");
        }
        become(SubmissionState.SUBMITTED);
        resendBy = null;
    }

    /** Sent back: the unit owes it again, by that day. */
    void returnUntil(LocalDate due) {
        become(SubmissionState.RETURNED);
        resendBy = due;
    }

    /** Registered: the first time counts for punctuality. */
    void register(Instant sentAt) {
        become(SubmissionState.UNDER_REVIEW);
        if (firstReceivedAt == null) {
            firstReceivedAt = sentAt;
        }
    }

    /**
     * Taken back by the unit: it writes again, and this sending counts as no receipt. One that came before it, and was
     * returned, still does, and {@code owedAgain} is the day that its return leaves.
     */
    void recall(@Nullable LocalDate owedAgain) {
        if (state == SubmissionState.SUBMITTED) {
            throw DomainException.refused("Báo cáo vừa gửi, đang được vào sổ; hãy thử rút lại sau ít phút.");
        }
        if (state != SubmissionState.UNDER_REVIEW) {
            throw DomainException.refused("Báo cáo đang ở trạng thái “" + state.label()
                    + "”, không rút lại được; chỉ rút được báo cáo đã gửi mà chưa có quyết định.");
        }
        if (owedAgain == null) {
            become(SubmissionState.DRAFTING);
            firstReceivedAt = null;
        } else {
            returnUntil(owedAgain);
        }
    }

    void requireWritable() {
        state.requireWritable();
    }

    void requireInReview() {
        if (!SubmissionState.AWAITING_REVIEW.contains(state)) {
            throw DomainException.refused("Báo cáo đang ở trạng thái “" + state.label() + "”, không thẩm tra được.");
        }
    }

    private DomainException wrongMoment() {
        return DomainException.refused("Báo cáo đang ở trạng thái “" + state.label() + "”, không làm được việc này.");
    }

    public UUID id() {
        return id;
    }

    public UUID campaignId() {
        return campaignId;
    }

    public SubmissionState state() {
        return state;
    }

    public Optional<ReviewForm> reviewForm() {
        return Optional.ofNullable(reviewForm);
    }

    public Optional<String> personInCharge() {
        return Optional.ofNullable(personInCharge);
    }

    public Optional<LocalDate> ownDate() {
        return Optional.ofNullable(ownDate);
    }

    public Optional<LocalDate> heldOn() {
        return Optional.ofNullable(heldOn);
    }

    public Optional<ReviewForm> heldForm() {
        return Optional.ofNullable(heldForm);
    }

    public Optional<Integer> present() {
        return Optional.ofNullable(present);
    }

    public Optional<String> minutes() {
        return Optional.ofNullable(minutes);
    }

    public Optional<LocalDate> extendedTo() {
        return Optional.ofNullable(extendedTo);
    }

    /** Until when a returned report is to come again; empty once it was sent. */
    public Optional<LocalDate> resendBy() {
        return Optional.ofNullable(resendBy);
    }

    /**
     * A report received until the end of this day is in time: the unit's own day, or the {@code common} one when that
     * was moved beyond it. The same as the database's {@code effective_deadline}.
     */
    public LocalDate effectiveDeadline(LocalDate common) {
        return extendedTo == null || extendedTo.isBefore(common) ? common : extendedTo;
    }

    /**
     * What reminders and due dates count to: the day named in the return letter, else the effective deadline. The same
     * as the database's {@code owed_by}.
     */
    public LocalDate owedBy(LocalDate common) {
        return resendBy == null ? effectiveDeadline(common) : resendBy;
    }

    public Optional<Instant> firstReceivedAt() {
        return Optional.ofNullable(firstReceivedAt);
    }

    public Optional<Integer> countedVersion() {
        return Optional.ofNullable(countedVersion);
    }
}
