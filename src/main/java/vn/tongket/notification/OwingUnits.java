package vn.tongket.notification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.notification.NoticeCalendar.Standing;
import vn.tongket.report.SubmissionState;

/** The units of a campaign as far as notices look at them, by a few rows however many they are. */
@Component
class OwingUnits {

    private final JdbcClient jdbc;

    OwingUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All whose report is not settled: what was sent may be taken back or returned at any moment. */
    List<OwingGroup> groups(UUID campaign, LocalDate common) {
        return jdbc.sql("""
                        select distinct owed_by(r.resend_by, r.extended_to, :common) as owed_by, p.category,
                            (select count(*) from report_return x where x.report_id = r.id) as returns
                        from report r join participant p on p.id = r.id
                        where r.campaign_id = :campaign and not p.office and (r.state in (:owing) or r.state in (:sent))
                        order by 1, 2, 3""")
                .param("common", common)
                .param("campaign", campaign)
                .param("owing", names(SubmissionState.OWING))
                .param("sent", names(SubmissionState.AWAITING_REVIEW))
                .query((row, i) -> new OwingGroup(
                        row.getObject("owed_by", LocalDate.class), row.getString("category"), row.getInt("returns")))
                .list();
    }

    Standing standing(UUID campaign) {
        return jdbc.sql("""
                        select count(*) filter (where r.state <> 'EXEMPT') as expected,
                            count(*) filter (where r.state in (:owing)) as missing
                        from report r join participant p on p.id = r.id
                        where r.campaign_id = :campaign and p.required""")
                .param("owing", names(SubmissionState.OWING))
                .param("campaign", campaign)
                .query((row, i) -> new Standing(row.getInt("expected"), row.getInt("missing")))
                .single();
    }

    private static List<String> names(Collection<SubmissionState> states) {
        return states.stream().map(Enum::name).toList();
    }
}
