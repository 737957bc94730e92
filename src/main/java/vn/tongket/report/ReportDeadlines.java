package vn.tongket.report;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.DeadlineMoved;

/** Moves the days by which reports are owed, each time by one statement, however many they are. */
@Service
@Transactional
public class ReportDeadlines {

    private final CampaignService campaigns;
    private final JdbcClient jdbc;

    ReportDeadlines(CampaignService campaigns, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    /** A returned report is not owed before the others. First of all who listen: they go by what stands in the rows. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DeadlineMoved event) {
        jdbc.sql("""
                        update report set resend_by = :to, version = version + 1
                        where campaign_id = :campaign and resend_by < :to
                            and effective_deadline(extended_to, :to) = :to""")
                .param("to", event.to())
                .param("campaign", campaigns.campaign(event.campaign()).id())
                .update();
    }
}
