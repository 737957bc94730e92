package vn.tongket.report;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignService;

/** What was still open under a plan when it was withdrawn: it ends, and is nobody's fault. */
@Service
@Transactional
public class WithdrawnReports {

    /** Neither settled nor closed. */
    private static final List<String> OPEN = Stream.concat(
                    SubmissionState.OWING.stream(), SubmissionState.AWAITING_REVIEW.stream())
            .map(Enum::name)
            .toList();

    private final CampaignService campaigns;
    private final Reports reports;
    private final ReportEvents history;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    WithdrawnReports(
            CampaignService campaigns,
            Reports reports,
            ReportEvents history,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.history = history;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Ends up to {@code limit} open reports, with what was sent as it was sent; answers how many. Repeatable. */
    public int endNext(String campaign, int limit) {
        // The state is looked at once more in the row that is changed: somebody may accept it at this moment.
        List<UUID> ended = jdbc.sql("""
                        update report set state = 'WITHDRAWN', resend_by = null, version = version + 1
                        where state in (:open) and id in (select r.id from report r join participant p on p.id = r.id
                            where r.campaign_id = :campaign and r.state in (:open) and not p.office
                            order by p.position limit :limit)
                        returning id""")
                .param("campaign", campaigns.campaign(campaign).id())
                .param("open", OPEN)
                .param("limit", limit)
                .query(UUID.class)
                .list();
        if (!ended.isEmpty()) {
            history.closed(ended, ReportEvents.Kind.CLOSED_WITHDRAWN);
            events.publishEvent(new ReportsClosed(campaign, reports.unitCodes(ended)));
        }
        return ended.size();
    }
}
