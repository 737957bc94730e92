package vn.tongket.report;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.DeadlineMoved;
import vn.tongket.shared.DomainException;

/** Moves the days by which reports are owed, each time by one statement, however many they are. */
@Service
@Transactional
public class ReportDeadlines {

    /**
     * When one report is owed.
     *
     * @param deadline the unit's effective one
     * @param owedBy the day of the last return, else the deadline
     */
    public record Owed(UUID report, SubmissionState state, LocalDate deadline, LocalDate owedBy) {}

    private final CampaignService campaigns;
    private final JdbcClient jdbc;

    ReportDeadlines(CampaignService campaigns, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Owed of(String campaign, String unit) {
        return read(campaign, unit, "");
    }

    /** The same, and nobody else changes the report until this transaction ends. */
    public Owed hold(String campaign, String unit) {
        return read(campaign, unit, "for update of r");
    }

    private Owed read(String campaign, String unit, String lock) {
        Campaign aggregate = campaigns.campaign(campaign);
        return jdbc.sql("""
                        select r.id, r.state, effective_deadline(r.extended_to, :common) as deadline,
                            owed_by(r.resend_by, r.extended_to, :common) as owed_by
                        from report r join participant p on p.id = r.id
                        where p.campaign_id = :campaign and p.unit_code = :unit and not p.office """ + " " + lock)
                .param("common", campaigns.lastAcceptableDay(aggregate))
                .param("campaign", aggregate.id())
                .param("unit", unit)
                .query((row, i) -> new Owed(
                        row.getObject("id", UUID.class),
                        SubmissionState.valueOf(row.getString("state")),
                        row.getObject("deadline", LocalDate.class),
                        row.getObject("owed_by", LocalDate.class)))
                .optional()
                .orElseThrow(() -> DomainException.notFound("Không có báo cáo của đơn vị “" + unit + "”."));
    }

    /** A returned report is not owed before the others. First of all who listen: they go by what stands in the rows. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DeadlineMoved event) {
        jdbc.sql("""
                        update report set resend_by = :to, version = version + 1
                        where campaign_id = (select id from campaign where code = :campaign) and resend_by < :to
                            and effective_deadline(extended_to, :to) = :to""")
                .param("to", event.to())
                .param("campaign", event.campaign())
                .update();
    }
}
