package vn.tongket.report;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How many reports stand where, over all campaigns at once. */
@Service
public class ReportStates {

    /** So many units of one campaign in one state. */
    public record Group(String campaign, SubmissionState state, int units) {}

    private final JdbcClient jdbc;

    ReportStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of campaigns that are neither archived nor withdrawn; what nobody is in is left out. */
    public List<Group> counts() {
        return jdbc.sql("""
                        select c.code, r.state, count(*) as units
                        from campaign c join report r on r.campaign_id = c.id
                            join participant p on p.id = r.id and not p.office
                        where c.state not in ('ARCHIVED', 'CANCELLED') group by c.code, r.state order by c.code, r.state""")
                .query((row, i) -> new Group(
                        row.getString("code"), SubmissionState.valueOf(row.getString("state")), row.getInt("units")))
                .list();
    }
}
