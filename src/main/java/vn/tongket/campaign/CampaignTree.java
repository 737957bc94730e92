package vn.tongket.campaign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which campaigns lie above and below one another: the same plan carried out level by level. */
@Service
@Transactional(readOnly = true)
public class CampaignTree {

    /** The superior's campaign, and which of its units the one below belongs to. */
    public record Above(Campaign campaign, String unit) {}

    /** A campaign below, and the unit that it belongs to. */
    public record Below(UUID id, String code, String unit) {}

    private static final String BELOW = """
            select c.id, c.code, p.unit_code as unit from campaign c join participant p on p.id = c.parent_report_id
            where c.state <> 'CANCELLED'""";

    private final JdbcClient jdbc;
    private final CampaignRepository campaigns;

    CampaignTree(JdbcClient jdbc, CampaignRepository campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    /** Empty at the top. */
    public Optional<Above> above(Campaign campaign) {
        return campaign.parentReportId()
                .flatMap(report -> jdbc.sql("select campaign_id, unit_code from participant where id = ?")
                        .param(report)
                        .query((row, i) -> new Above(
                                campaigns
                                        .findById(row.getObject("campaign_id", UUID.class))
                                        .orElseThrow(),
                                row.getString("unit_code")))
                        .optional());
    }

    /** The campaign that feeds that unit's report, if the unit has opened one. */
    public Optional<Campaign> below(Campaign campaign, String unit) {
        return jdbc.sql(BELOW + " and p.campaign_id = ? and p.unit_code = ?")
                .params(campaign.id(), unit)
                .query(Below.class)
                .optional()
                .flatMap(below -> campaigns.findById(below.id()));
    }

    /** All campaigns one level below, in the order of their units. */
    public List<Below> below(Campaign campaign) {
        return jdbc.sql(BELOW + " and p.campaign_id = ? order by p.position")
                .param(campaign.id())
                .query(Below.class)
                .list();
    }
}
