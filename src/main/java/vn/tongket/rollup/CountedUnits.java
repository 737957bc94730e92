package vn.tongket.rollup;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignService;

/** Which participants the totals rest on, and whose figures lack; one statement. */
@Service
@Transactional(readOnly = true)
public class CountedUnits {

    private final CampaignService campaigns;
    private final JdbcClient jdbc;

    CountedUnits(CampaignService campaigns, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    /** Every participant but the issuer's own office, in protocol order; empty while the plan is not issued. */
    public List<CountedUnit> of(String campaign) {
        return jdbc.sql("""
                        select p.unit_code as unit, p.unit_name as name, p.short_name, p.required, r.state, c.version,
                            elsewhere.counted_at
                        from participant p
                            left join report r on r.id = p.id
                            left join contribution c on c.report_id = p.id
                            %s
                        where p.campaign_id = ? and not p.office
                        order by p.position""".formatted(RollUpSql.COUNTED_AT))
                .param(campaigns.campaign(campaign).id())
                .query(CountedUnit.class)
                .list();
    }
}
