package vn.tongket.campaign;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.Milestone;
import vn.tongket.shared.DomainException;

/** One review of a resolution: its plan, its dates and where it stands. */
@Entity
public class Campaign {

    private static final int LONG_TITLE = 60;

    @Id
    private UUID id;

    @NaturalId
    private String code;

    private String type;
    private String title;
    private UUID issuerId;
    private UUID reportsToId;
    private @Nullable UUID parentReportId;
    private @Nullable UUID rootId;

    @Enumerated(EnumType.STRING)
    private CampaignState state = CampaignState.DRAFT;

    @JdbcTypeCode(SqlTypes.JSON)
    private PlanDocument plan;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Milestone> milestones;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Integer> reminderOffsets;

    @Embedded
    private Deadline deadline;

    private @Nullable Instant planSubmittedAt;
    private @Nullable Instant planApprovedAt;
    private @Nullable Instant issuedAt;
    private @Nullable Instant lockedAt;
    private Instant createdAt;

    @Embedded
    private @Nullable Withdrawal withdrawal;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    Campaign(CampaignFile.Head head, UUID issuer, UUID reportsTo, Instant now) {
        id = UUID.randomUUID();
        code = head.code();
        type = CampaignType.of(head.type()).code();
        title = head.title();
        issuerId = issuer;
        reportsToId = reportsTo;
        plan = head.planDocument();
        milestones = head.milestones();
        reminderOffsets = head.reminders().workingDaysBefore();
        deadline = Deadline.of(head.deadline());
        createdAt = now;
    }

    /** Puts it under a superior's campaign, whose report of the issuer it feeds. */
    void placeUnder(Campaign superior, UUID report) {
        parentReportId = report;
        rootId = superior.treeId();
    }

    /** What the drafting page may change. */
    public record Draft(
            PlanDocument plan,
            LocalDate nominalDeadline,
            Deadline.Semantics semantics,
            Deadline.Roll roll,
            @Nullable LocalDate graceUntil,
            List<Integer> reminderOffsets,
            List<Milestone> milestones) {}

    void redraft(Draft draft) {
        require(state == CampaignState.DRAFT && planSubmittedAt == null, "Kế hoạch không còn ở bước soạn thảo.");
        plan = draft.plan();
        deadline = new Deadline(draft.nominalDeadline(), draft.semantics(), draft.roll(), draft.graceUntil(), null);
        reminderOffsets = List.copyOf(draft.reminderOffsets());
        milestones = List.copyOf(draft.milestones());
    }

    void submitPlan(Instant now) {
        require(state == CampaignState.DRAFT && planSubmittedAt == null, "Kế hoạch đã được trình.");
        planSubmittedAt = now;
    }

    void approvePlan(Instant now) {
        require(planSubmittedAt != null && planApprovedAt == null, "Kế hoạch không chờ duyệt.");
        planApprovedAt = now;
    }

    void returnPlan() {
        require(planSubmittedAt != null && planApprovedAt == null, "Kế hoạch không chờ duyệt.");
        planSubmittedAt = null;
    }

    /** The plan gets its number, date and signer. */
    void issue(String number, LocalDate date, String signer, Instant now) {
        require(planApprovedAt != null, "Kế hoạch chưa được duyệt.");
        become(CampaignState.ISSUED);
        plan = plan.issued(number, date, signer);
        issuedAt = now;
    }

    void moveDeadline(LocalDate lastAcceptableDay) {
        require(
                state == CampaignState.ISSUED || state == CampaignState.COLLECTING,
                "Chỉ lùi được hạn khi đang nhận báo cáo.");
        deadline = deadline.movedTo(lastAcceptableDay);
    }

    void become(CampaignState next) {
        require(
                state.mayBecome(next),
                "Chiến dịch đang ở trạng thái “" + state.label() + "”, không chuyển được sang “" + next.label() + "”.");
        state = next;
    }

    void lock(Instant now) {
        become(CampaignState.LOCKED);
        lockedAt = now;
    }

    /** Before the lock only: afterwards the figures are fixed. */
    void withdraw(Withdrawal decided) {
        requireWithdrawable();
        become(CampaignState.CANCELLED);
        withdrawal = decided;
    }

    void requireWithdrawable() {
        require(state != CampaignState.DRAFT, "Kế hoạch chưa ban hành, chưa có gì để thu hồi.");
        require(state != CampaignState.CANCELLED, "Kế hoạch đã được thu hồi.");
        require(
                state.isCollecting(),
                "Chiến dịch đang ở bước “" + state.label() + "”: số liệu đã chốt, không thu hồi kế hoạch được nữa.");
    }

    private static void require(boolean condition, String refusal) {
        if (!condition) {
            throw DomainException.refused(refusal);
        }
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public CampaignType type() {
        return CampaignType.of(type);
    }

    public String title() {
        return title;
    }

    /** The title without what follows "về", where it is long; for subjects and letters. */
    public String shortTitle() {
        int about = title.indexOf(" về ");
        return about > 0 && title.length() > LONG_TITLE ? title.substring(0, about) : title;
    }

    public UUID issuerId() {
        return issuerId;
    }

    public UUID reportsToId() {
        return reportsToId;
    }

    /** The issuer's report in its superior's campaign that this one feeds; empty for a campaign at the top. */
    public Optional<UUID> parentReportId() {
        return Optional.ofNullable(parentReportId);
    }

    /** The campaign at the top of its tree: the same for all campaigns under one plan. */
    public UUID treeId() {
        return rootId == null ? id : rootId;
    }

    public CampaignState state() {
        return state;
    }

    public PlanDocument plan() {
        return plan;
    }

    public List<Milestone> milestones() {
        return milestones;
    }

    public List<Integer> reminderOffsets() {
        return reminderOffsets;
    }

    public Deadline deadline() {
        return deadline;
    }

    /** Counts the changes; for refusing a stale draft. */
    public int version() {
        return version == null ? 0 : version;
    }

    /** Whether the draft may still be changed. */
    public boolean isDrafting() {
        return state == CampaignState.DRAFT && planSubmittedAt == null;
    }

    public Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    /** Empty unless the plan was taken back. */
    public Optional<Withdrawal> withdrawal() {
        return Optional.ofNullable(withdrawal);
    }

    public Optional<Instant> lockedAt() {
        return Optional.ofNullable(lockedAt);
    }
}
