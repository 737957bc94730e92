package vn.tongket.report;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;

/** How the required units stand, counted by the database whatever their number; for those who read it in a mail. */
@Service
@Transactional(readOnly = true)
public class CollectionSummary {

    /**
     * The counts. Exempt units are not expected.
     *
     * @param sent reports that are in, judged or not; early, in time or late by the first receipt
     * @param returned sent back and not sent again; they owe
     * @param unsent never sent, or taken back by their unit
     */
    public record Summary(int expected, int sent, int late, int returned, int unsent, int exempt) {

        /** All who owe. */
        public int missing() {
            return returned + unsent;
        }

        /** The share of those who owe in percent, rounded half up; 0 when nobody is expected. */
        public int missingPercent() {
            return expected == 0 ? 0 : Math.round(missing() * 100f / expected);
        }
    }

    private final JdbcClient jdbc;
    private final CampaignService campaigns;

    CollectionSummary(JdbcClient jdbc, CampaignService campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    public Summary of(String code) {
        Campaign campaign = campaigns.campaign(code);
        return jdbc.sql("""
                        select count(*) filter (where r.state <> 'EXEMPT') as expected,
                            count(*) filter (where r.state in (:in)) as sent,
                            count(*) filter (where r.state in (:in) and
                                cast(r.first_received_at at time zone 'Asia/Ho_Chi_Minh' as date)
                                    > effective_deadline(r.extended_to, :common)) as late,
                            count(*) filter (where r.state = 'RETURNED') as returned,
                            count(*) filter (where r.state in (:owing) and r.state <> 'RETURNED') as unsent,
                            count(*) filter (where r.state = 'EXEMPT') as exempt
                        from participant p join report r on r.id = p.id
                        where p.campaign_id = :campaign and p.required""")
                .param("in", List.of("SUBMITTED", "UNDER_REVIEW", "ACCEPTED", "CONSOLIDATED"))
                .param("owing", owing())
                .param("common", lastDay(campaign))
                .param("campaign", campaign.id())
                .query(Summary.class)
                .single();
    }

    /** The names of the first so many required units that owe, in protocol order. */
    public List<String> missing(String code, int limit) {
        return jdbc.sql("""
                        select p.unit_name from participant p join report r on r.id = p.id
                        where p.campaign_id = :campaign and p.required and r.state in (:owing)
                        order by p.position limit :limit""")
                .param("campaign", campaigns.campaign(code).id())
                .param("owing", owing())
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private LocalDate lastDay(Campaign campaign) {
        return campaigns.lastAcceptableDay(campaign);
    }

    private static List<String> owing() {
        return SubmissionState.OWING.stream().map(Enum::name).toList();
    }
}
