package vn.tongket.cascade;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.DeadlineMoved;
import vn.tongket.campaign.Decisions;
import vn.tongket.campaign.PlanWithdrawn;
import vn.tongket.extension.ExtensionGranted;
import vn.tongket.organization.Organization;
import vn.tongket.report.ReportExempted;
import vn.tongket.shared.Vietnamese;

/**
 * Tells the campaigns below when their union's own day above moved, when its report there is no longer asked for, or
 * when the plan above was withdrawn: it stands in their log, and their people are told. By the same few statements,
 * however many campaigns there are.
 */
@Component
@Transactional
class NewsFromAbove {

    /** Those whose people still work towards the report upward. */
    private static final String BELOW = """
            select c.id from campaign c join participant p on p.id = c.parent_report_id join report r on r.id = p.id
            where p.campaign_id = (select id from campaign where code = :campaign)
                and c.state not in ('REPORTED', 'ARCHIVED', 'CANCELLED')""";

    private final CampaignService campaigns;
    private final Organization organization;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    NewsFromAbove(
            CampaignService campaigns,
            Organization organization,
            Decisions decisions,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.campaigns = campaigns;
        this.organization = organization;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventListener
    public void on(DeadlineMoved event) {
        List<UUID> moved = jdbc.sql(BELOW + " and effective_deadline(r.extended_to, :to) = :to")
                .param("campaign", event.campaign())
                .param("to", event.to())
                .query(UUID.class)
                .list();
        moved(moved, event.campaign(), "deadline " + event.to(), event.to());
    }

    @EventListener
    public void on(ExtensionGranted event) {
        List<UUID> moved = jdbc.sql(
                        BELOW + " and r.id in (select report_id from extension_unit where request_id = :request)")
                .param("campaign", event.campaign())
                .param("request", event.request())
                .query(UUID.class)
                .list();
        moved(moved, event.campaign(), "extension " + event.request(), event.day());
    }

    @EventListener
    public void on(ReportExempted event) {
        List<UUID> exempted = jdbc.sql(BELOW + " and p.unit_code = :unit")
                .param("campaign", event.campaign())
                .param("unit", event.unit())
                .query(UUID.class)
                .list();
        String superior = superior(event.campaign());
        tell(
                exempted,
                "exempted",
                "Cấp trên miễn gửi báo cáo",
                superior + " miễn cho đơn vị việc gửi báo cáo theo kế hoạch của cấp trên. Chiến dịch của đơn vị vẫn"
                        + " tiếp tục; kết quả không còn phải gửi lên.",
                event.reason());
    }

    /** Each goes on: what it was opened for is over, what its own units were asked for is its own. */
    @EventListener
    public void on(PlanWithdrawn event) {
        List<UUID> concerned = jdbc.sql(BELOW)
                .param("campaign", event.campaign())
                .query(UUID.class)
                .list();
        String plan = campaigns.campaign(event.campaign()).plan().number();
        tell(
                concerned,
                "withdrawn",
                "Cấp trên thu hồi Kế hoạch số " + plan,
                superior(event.campaign()) + " đã thu hồi Kế hoạch số " + plan + ". Chiến dịch của đơn vị vẫn tiếp tục;"
                        + " kết quả không còn phải gửi lên.",
                event.reason());
    }

    private void moved(List<UUID> campaignsBelow, String campaign, String occasion, LocalDate day) {
        tell(
                campaignsBelow,
                occasion,
                "Hạn của đơn vị với cấp trên nay là hết ngày " + Vietnamese.day(day),
                "Hạn gửi báo cáo của đơn vị với " + superior(campaign) + " nay là hết ngày " + Vietnamese.day(day)
                        + ".",
                null);
    }

    private void tell(
            List<UUID> campaignsBelow, String occasion, String entry, String change, @Nullable String reason) {
        if (!campaignsBelow.isEmpty()) {
            decisions.recordAll(campaignsBelow, entry, Decisions.SYSTEM, reason);
            events.publishEvent(new SuperiorChanged(campaignsBelow, occasion, change, reason));
        }
    }

    private String superior(String campaign) {
        return organization.unit(campaigns.campaign(campaign).issuerId()).name();
    }
}
