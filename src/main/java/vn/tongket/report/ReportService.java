package vn.tongket.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.Decisions;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportCommands.HoldReview;
import vn.tongket.report.ReportCommands.ReceivePlan;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportCommands.SignReport;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/** The way of each unit's report from the plan's receipt to acceptance. */
@Service
@Transactional
public class ReportService {

    private final Reports reports;
    private final ReportRepository repository;
    private final Drafts drafts;
    private final CampaignService campaigns;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportService(
            Reports reports,
            ReportRepository repository,
            Drafts drafts,
            CampaignService campaigns,
            Decisions decisions,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.repository = repository;
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Opens up to {@code limit} participants' reports that are not open yet; answers how many. Repeatable. */
    public int openNext(String campaignCode, int limit) {
        Campaign campaign = campaigns.campaign(campaignCode);
        List<UUID> opened = jdbc.sql("""
                        insert into report (id, campaign_id, state, version)
                        select p.id, p.campaign_id, 'NOT_STARTED', 0 from participant p
                        where p.campaign_id = :campaign and not exists (select 1 from report r where r.id = p.id)
                        order by p.position limit :limit
                        returning id""")
                .param("campaign", campaign.id())
                .param("limit", limit)
                .query(UUID.class)
                .list();
        if (opened.isEmpty()) {
            campaigns.startCollecting(campaignCode);
        } else {
            events.publishEvent(new ReportsOpened(campaignCode, campaigns.issuer(campaignCode), unitCodes(opened)));
        }
        return opened.size();
    }

    public void receivePlan(String campaign, String unit, ReceivePlan command, String actor) {
        var place = reports.find(campaign, unit);
        LocalDate deadline = effectiveDeadline(place);
        if (command.ownDate().isAfter(deadline)) {
            throw DomainException.refused("Ngày hoàn thành của đơn vị (" + Vietnamese.day(command.ownDate())
                    + ") phải không sau hạn gửi báo cáo " + Vietnamese.day(deadline) + ".");
        }
        if (command.personInCharge().isBlank()) {
            throw DomainException.refused("Cần ghi họ tên người phụ trách.");
        }
        place.report().receivePlan(command);
        decide(place, "Tiếp nhận kế hoạch", actor, command.form().label());
    }

    public void holdReview(String campaign, String unit, HoldReview command, String actor) {
        var place = reports.find(campaign, unit);
        if (command.heldOn().isAfter(LocalDate.now(clock))) {
            throw DomainException.refused(
                    "Ngày tổ chức " + Vietnamese.day(command.heldOn()) + " chưa đến; chỉ ghi khi đã tổ chức.");
        }
        if (command.present() < 1) {
            throw DomainException.refused("Số người dự phải lớn hơn 0.");
        }
        place.report().holdReview(command);
        decide(
                place,
                "Tổ chức " + place.campaign().type().label(),
                actor,
                command.form().label());
    }

    /** Hands the report to the chair; refuses missing headings, cells and rows and broken length limits, all listed. */
    public void finishWriting(String campaign, String unit, String actor) {
        var place = reports.find(campaign, unit);
        reports.holdWritable(place);
        var faults = reports.form(place).faultsOf(drafts.content(place.report().id()));
        if (!faults.isEmpty()) {
            throw DomainException.refused("Báo cáo còn " + faults.size() + " điểm phải hoàn thiện.", faults);
        }
        place.report().become(SubmissionState.INTERNAL_REVIEW);
        decide(place, "Trình ký", actor, null);
    }

    /** The chair signs, the report is sent. */
    public void sign(String campaign, String unit, SignReport command, String actor) {
        if (command.number().isBlank()) {
            throw DomainException.refused("Cần ghi số, ký hiệu báo cáo.");
        }
        if (command.signedOn().isAfter(LocalDate.now(clock))) {
            throw DomainException.refused("Ngày ký không được sau hôm nay.");
        }
        var place = reports.find(campaign, unit);
        requireCollecting(place.campaign().id(), "for share");
        place.report().become(SubmissionState.SUBMITTED);
        int version = reports.addVersion(place.report(), command, actor);
        decide(place, "Ký và gửi báo cáo lần " + version, actor, command.number());
    }

    /** The chair sends it back to the writers; refuses a blank reason. */
    public void sendBackToWriters(String campaign, String unit, String reason, String actor) {
        requireReason(reason);
        var place = reports.find(campaign, unit);
        boolean returnedBefore = !reports.returns(place.report().id()).isEmpty();
        place.report().become(returnedBefore ? SubmissionState.RETURNED : SubmissionState.DRAFTING);
        decide(place, "Chủ tịch trả lại để sửa", actor, reason);
    }

    /** A sent report has its incoming number; the first receipt counts for punctuality. Repeatable. */
    public void register(String campaign, String unit, IntSupplier incomingNumber) {
        var place = reports.find(campaign, unit);
        if (place.report().state() != SubmissionState.SUBMITTED) {
            return;
        }
        ReportVersion version = reports.lastVersion(place.report().id()).orElseThrow();
        int number = incomingNumber.getAsInt();
        reports.numberIncoming(place.report().id(), version.number(), number);
        place.report().register(version.sentAt());
        repository.flush();
        events.publishEvent(new ReportRegistered(campaign, unit, version.number(), number));
    }

    /** Only the head of the focal department may ({@code TRUONG_BAN} of the issuer). */
    public void accept(String campaign, String unit, CurrentUser actor) {
        if (!actor.has(UnionRole.TRUONG_BAN, campaigns.issuer(campaign))) {
            throw DomainException.refused("Chỉ người đứng đầu "
                    + campaigns
                            .definition(campaign)
                            .campaign()
                            .focalDepartment()
                            .name() + " được chấp nhận báo cáo.");
        }
        var place = reports.find(campaign, unit);
        place.report().become(SubmissionState.ACCEPTED);
        repository.flush();
        decide(place, "Chấp nhận báo cáo", actor.id(), null);
    }

    /** What a return reason may name: the codes of the unit's headings, appendices and lists. */
    @Transactional(readOnly = true)
    public Set<String> returnTargets(String campaign, String unit) {
        return reports.form(reports.find(campaign, unit)).targets();
    }

    /** Back to the unit; refuses no reason, one that names nothing of the campaign, and a date in the past. */
    public void returnToUnit(String campaign, String unit, ReturnReport command, String actor) {
        var place = reports.find(campaign, unit);
        if (command.reasons().isEmpty()) {
            throw DomainException.refused("Cần ghi ít nhất một lý do trả lại.");
        }
        var targets = reports.form(place).targets();
        for (var reason : command.reasons()) {
            requireReason(reason.reason());
            if (reason.target() != null && !targets.contains(reason.target())) {
                throw DomainException.refused("Không có mục, phụ lục hay biểu “" + reason.target() + "”.");
            }
        }
        if (command.due().isBefore(LocalDate.now(clock))) {
            throw DomainException.refused("Hạn gửi lại phải từ hôm nay trở đi.");
        }
        place.report().become(SubmissionState.RETURNED);
        repository.flush();
        int version = reports.lastVersion(place.report().id()).orElseThrow().number();
        reports.addReturn(place.report().id(), version, command, actor);
        decide(place, "Trả lại báo cáo", actor, null);
        events.publishEvent(new ReportReturned(campaign, unit, version, command.due(), command.reasons()));
    }

    /**
     * Whether anybody still holds the campaign open: a required participant that is neither accepted nor exempt nor
     * closed, or any report that was sent and waits for its review.
     */
    @Transactional(readOnly = true)
    public boolean isHeldOpen(String campaign) {
        return jdbc.sql("""
                        select exists (select 1 from report r join participant p on p.id = r.id
                            where r.campaign_id = ? and r.state in
                            ('NOT_STARTED', 'DRAFTING', 'INTERNAL_REVIEW', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED')
                            and (p.required or r.state in ('SUBMITTED', 'UNDER_REVIEW')))""")
                .param(campaigns.campaign(campaign).id())
                .query(Boolean.class)
                .single();
    }

    /** The unit's own last acceptable day. */
    @Transactional(readOnly = true)
    public LocalDate effectiveDeadline(String campaign, String unit) {
        return effectiveDeadline(reports.find(campaign, unit));
    }

    /** The head's decision to lock; refuses while a sent report awaits review. */
    public void closeCollection(String campaign, String actor) {
        // Nobody can send between this look and the lock: sending holds the campaign's row for sharing.
        requireCollecting(campaigns.campaign(campaign).id(), "for update");
        List<String> waiting = jdbc.sql("""
                        select p.short_name from report r join participant p on p.id = r.id
                        where r.campaign_id = ? and r.state in ('SUBMITTED', 'UNDER_REVIEW') order by p.position""")
                .param(campaigns.campaign(campaign).id())
                .query(String.class)
                .list();
        if (!waiting.isEmpty()) {
            throw DomainException.refused("Chưa khóa được: còn " + waiting.size()
                    + " báo cáo đã gửi chưa thẩm tra xong (" + String.join(", ", waiting) + ").");
        }
        campaigns.lock(campaign, actor);
    }

    /** The lock's sweep: fixes versions and closes what is open, up to {@code limit} reports; answers how many. */
    public int closeNext(String campaignCode, int limit) {
        UUID campaign = campaigns.campaign(campaignCode).id();
        jdbc.sql("""
                        update report r set counted_version = (select max(number) from report_version v
                            where v.report_id = r.id), version = version + 1
                        where campaign_id = ? and state = 'ACCEPTED' and counted_version is null""").param(campaign).update();
        List<UUID> closed = jdbc.sql("""
                        update report set state = 'NOT_SUBMITTED', version = version + 1
                        where id in (select r.id from report r join participant p on p.id = r.id
                            where r.campaign_id = :campaign and r.state in
                                ('NOT_STARTED', 'DRAFTING', 'INTERNAL_REVIEW', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED')
                            order by p.position limit :limit)
                        returning id""")
                .param("campaign", campaign)
                .param("limit", limit)
                .query(UUID.class)
                .list();
        if (closed.isEmpty()) {
            campaigns.become(campaignCode, CampaignState.CONSOLIDATING, "Khóa số liệu xong", "hệ thống", null);
        } else {
            events.publishEvent(new ReportsClosed(campaignCode, unitCodes(closed)));
        }
        return closed.size();
    }

    /** The accepted reports went into the consolidated one. */
    public void markConsolidated(String campaign) {
        jdbc.sql("""
                        update report set state = 'CONSOLIDATED', version = version + 1
                        where campaign_id = ? and state = 'ACCEPTED'""").param(campaigns.campaign(campaign).id()).update();
    }

    private void requireCollecting(UUID campaign, String lock) {
        String state = jdbc.sql("select state from campaign where id = ? " + lock)
                .param(campaign)
                .query(String.class)
                .single();
        if (!state.equals(CampaignState.ISSUED.name()) && !state.equals(CampaignState.COLLECTING.name())) {
            throw DomainException.refused("Chiến dịch không còn nhận báo cáo (đã khóa số liệu).");
        }
    }

    private LocalDate effectiveDeadline(Reports.Place place) {
        return place.report()
                .extendedTo()
                .orElseGet(() -> campaigns.dates(place.campaign()).lastAcceptableDay());
    }

    private List<String> unitCodes(List<UUID> participants) {
        return jdbc.sql("select unit_code from participant where id in (:ids) order by position")
                .param("ids", participants)
                .query(String.class)
                .list();
    }

    private void decide(Reports.Place place, String kind, String actor, @Nullable String reason) {
        decisions.record(place.campaign().id(), place.participant().unitCode(), kind, actor, reason);
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw DomainException.refused("Cần ghi lý do.");
        }
    }
}
