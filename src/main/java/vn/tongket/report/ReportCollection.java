package vn.tongket.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.Decisions;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/**
 * All reports of a campaign together: opened when the plan is issued, waited for, closed at the lock. Each statement is
 * over a set, and what grows with the number of units goes in chunks that can be repeated.
 */
@Service
@Transactional
public class ReportCollection {

    /** So many units a refusal names: a sentence, not a list. */
    private static final int MOST_NAMED = 10;

    private final CampaignService campaigns;
    private final Reports reports;
    private final ReportIntake intake;
    private final OfficeEntry office;
    private final JdbcClient jdbc;
    private final ReportEvents history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportCollection(
            CampaignService campaigns,
            Reports reports,
            ReportIntake intake,
            OfficeEntry office,
            JdbcClient jdbc,
            ReportEvents history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.intake = intake;
        this.office = office;
        this.clock = clock;
        this.jdbc = jdbc;
        this.history = history;
        this.events = events;
    }

    /** Opens up to {@code limit} participants' reports that are not open yet; answers how many. Repeatable. */
    public int openNext(String campaignCode, int limit) {
        Campaign campaign = campaigns.campaign(campaignCode);
        List<UUID> opened = jdbc.sql("""
                        insert into report (id, campaign_id, state, version)
                        select p.id, p.campaign_id, 'NOT_STARTED', 0 from participant p
                        where p.campaign_id = :campaign and not p.office
                            and not exists (select 1 from report r where r.id = p.id)
                        order by p.position limit :limit
                        returning id""")
                .param("campaign", campaign.id())
                .param("limit", limit)
                .query(UUID.class)
                .list();
        if (opened.isEmpty()) {
            campaigns.startCollecting(campaignCode);
        } else {
            events.publishEvent(
                    new ReportsOpened(campaignCode, campaigns.issuer(campaignCode), reports.unitCodes(opened)));
        }
        return opened.size();
    }

    /**
     * Whether anybody still holds the campaign open: a required participant that is neither accepted nor exempt nor
     * closed, or any report that was sent and waits for its review.
     */
    @Transactional(readOnly = true)
    public boolean isHeldOpen(String campaign) {
        // In order of the index of open reports, so that nobody who is done is looked at, whatever the planner guesses.
        return jdbc.sql("""
                        select count(*) from (select 1 from report r join participant p on p.id = r.id
                            where r.campaign_id = ? and r.state in
                            ('NOT_STARTED', 'DRAFTING', 'INTERNAL_REVIEW', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED')
                            and (p.required or r.state in ('SUBMITTED', 'UNDER_REVIEW'))
                            order by r.id limit 1) first""")
                        .param(campaigns.campaign(campaign).id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * The head's decision to lock; refuses while a sent report awaits review, or a unit that has to report has a granted
     * day ahead: the standing body gave its word; and while the issuer's own office still enters its figures.
     */
    public void closeCollection(String campaign, String actor) {
        UUID id = campaigns.campaign(campaign).id();
        // Nobody can send between this look and the lock.
        intake.closeOpen(id);
        requireNoneAwaitsReview(id, "Chưa khóa được");
        requireNoneHasTime(id);
        office.requireNoneOpen(id);
        campaigns.lock(campaign, actor);
    }

    private void requireNoneHasTime(UUID campaign) {
        List<String> promised = jdbc.sql("""
                        select p.short_name || ' đến hết ngày ' || to_char(r.extended_to, 'DD/MM/YYYY')
                        from report r join participant p on p.id = r.id
                        where r.campaign_id = :campaign and p.required and r.extended_to >= :today
                            and r.state in ('NOT_STARTED', 'DRAFTING', 'INTERNAL_REVIEW', 'RETURNED')
                        order by p.position""")
                .param("campaign", campaign)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list();
        if (!promised.isEmpty()) {
            throw DomainException.refused("Chưa khóa được: còn " + Vietnamese.count(promised.size())
                    + " đơn vị được gia hạn, chưa gửi và chưa hết hạn (" + Vietnamese.units(promised, MOST_NAMED)
                    + ").");
        }
    }

    private void requireNoneAwaitsReview(UUID campaign, String refusal) {
        List<String> waiting = jdbc.sql("""
                        select p.short_name from report r join participant p on p.id = r.id
                        where r.campaign_id = ? and r.state in ('SUBMITTED', 'UNDER_REVIEW') order by p.position""").param(campaign).query(String.class).list();
        if (!waiting.isEmpty()) {
            throw DomainException.refused(refusal + ": còn " + Vietnamese.count(waiting.size())
                    + " báo cáo đã gửi chưa thẩm tra xong (" + Vietnamese.units(waiting, MOST_NAMED) + ").");
        }
    }

    /** The lock's sweep: fixes versions and closes what is open, up to {@code limit} of each; answers how many. */
    public int closeNext(String campaignCode, int limit) {
        UUID campaign = campaigns.campaign(campaignCode).id();
        int counted =
                jdbc.sql("""
                        update report r set counted_version = (select max(number) from report_version v
                            where v.report_id = r.id), version = version + 1
                        where id in (select id from report where campaign_id = :campaign and state = 'ACCEPTED'
                            and counted_version is null limit :limit)""").param("campaign", campaign).param("limit", limit).update();
        List<UUID> closed = jdbc.sql("""
                        update report set state = 'NOT_SUBMITTED', version = version + 1
                        where id in (select r.id from report r join participant p on p.id = r.id
                            where r.campaign_id = :campaign and r.state in
                                ('NOT_STARTED', 'DRAFTING', 'INTERNAL_REVIEW', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED')
                            and r.late_until is null and not p.office
                            order by p.position limit :limit)
                        returning id""")
                .param("campaign", campaign)
                .param("limit", limit)
                .query(UUID.class)
                .list();
        if (!closed.isEmpty()) {
            history.closed(closed, ReportEvents.Kind.CLOSED);
            events.publishEvent(new ReportsClosed(campaignCode, reports.unitCodes(closed)));
        } else if (counted == 0) {
            campaigns.become(campaignCode, CampaignState.CONSOLIDATING, "Khóa số liệu xong", Decisions.SYSTEM, null);
        }
        return counted + closed.size();
    }

    /**
     * The accepted reports go into the consolidated one, and no more come: who was let in after the lock and has not
     * sent is closed. Refuses while a sent report awaits review.
     */
    public void markConsolidated(String campaign) {
        UUID id = campaigns.campaign(campaign).id();
        intake.close(id);
        requireNoneAwaitsReview(id, "Chưa trình được");
        jdbc.sql("""
                        update report set state = 'CONSOLIDATED', version = version + 1
                        where campaign_id = ? and state = 'ACCEPTED'""").param(id).update();
        if (isAnyLate(id)) {
            events.publishEvent(new LateClosingPlanned(campaign, clock.instant()));
        }
    }

    private boolean isAnyLate(UUID campaign) {
        return jdbc.sql("""
                        select exists (select from report where campaign_id = ? and late_until is not null
                            and state in ('DRAFTING', 'INTERNAL_REVIEW', 'RETURNED'))""").param(campaign).query(Boolean.class).single();
    }
}
