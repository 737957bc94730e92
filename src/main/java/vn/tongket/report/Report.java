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
    private @Nullable LocalDate lateUntil;
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

    /** Sent back: the unit owes it again, by that day; one that was let in after the lock may send at least so long. */
    void returnUntil(LocalDate due) {
        become(SubmissionState.RETURNED);
        resendBy = due;
        if (lateUntil != null && lateUntil.isBefore(due)) {
            lateUntil = due;
        }
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
        if (!SubmissionState.AWAITING_REVIEW.contains(state)) {
            throw DomainException.refused("Báo cáo đang ở trạng thái “" + state.label()
                    + "”, không rút lại được; chỉ rút được báo cáo đã gửi mà chưa có quyết định.");
        }
        if (owedAgain == null) {
            become(SubmissionState.DRAFTING);
            firstReceivedAt = null;
        } else {
            returnUntil(owedAgain);
        }
        if (lateUntil != null && (resendBy == null || resendBy.isBefore(lateUntil))) {
            resendBy = lateUntil;
        }
    }

    /** Accepted after the lock, that version counts: the lock fixed those that were there. */
    void count(int sentVersion) {
        countedVersion = sentVersion;
    }

    /** The issuer's own office is done with its figures: they count as they are now. */
    void closeOffice() {
        if (state != SubmissionState.DRAFTING) {
            throw DomainException.refused("Số liệu của cơ quan đã chốt.");
        }
        state = SubmissionState.ACCEPTED;
    }

    /** The issuer's own office goes on with its figures. */
    void reopenOffice() {
        if (state != SubmissionState.ACCEPTED) {
            throw DomainException.refused("Số liệu của cơ quan đang nhập, chưa chốt.");
        }
        state = SubmissionState.DRAFTING;
    }

    /** Whether the unit may be exempted: it still owes its report. */
    public boolean isExemptible() {
        return SubmissionState.OWING.contains(state);
    }

    void requireExemptible() {
        if (isExemptible()) {
            return;
        }
        throw DomainException.refused("Báo cáo của đơn vị đang ở trạng thái “" + state.label() + "”, không miễn được"
                + (SubmissionState.AWAITING_REVIEW.contains(state)
                        ? "; muốn miễn thì trước hết phải trả lại báo cáo hoặc để đơn vị rút lại."
                        : "."));
    }

    void exempt() {
        requireExemptible();
        become(SubmissionState.EXEMPT);
    }

    /** Whether the unit may be let in after the lock, or be given a later day. */
    public boolean isLate() {
        return state == SubmissionState.NOT_SUBMITTED || (lateUntil != null && SubmissionState.OWING.contains(state));
    }

    void requireLate() {
        if (!isLate()) {
            throw DomainException.refused("Báo cáo của đơn vị đang ở trạng thái “" + state.label()
                    + "”; chỉ nhận sau khi khóa số liệu đối với đơn vị không gửi báo cáo.");
        }
    }

    /** Let in after the lock, until the end of that day. What came before the lock and was not completed was not sent. */
    void reopen(LocalDate until, boolean returnedBefore) {
        become(returnedBefore ? SubmissionState.RETURNED : SubmissionState.DRAFTING);
        firstReceivedAt = null;
        moveLateDay(until);
    }

    void moveLateDay(LocalDate until) {
        lateUntil = until;
        resendBy = until;
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

    /** The last day on which it may be sent after the lock; empty for all who were not let in. */
    public Optional<LocalDate> lateUntil() {
        return Optional.ofNullable(lateUntil);
    }

    /** Until when a returned report is to come again, or one that was let in after the lock; empty once it was sent. */
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
     * What reminders and due dates count to: the day named in the return letter, or until which it was let in after the
     * lock, else the effective deadline. The same as the database's {@code owed_by}.
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
