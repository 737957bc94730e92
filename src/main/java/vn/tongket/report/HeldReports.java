package vn.tongket.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.Participants;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.RollUp;

/**
 * Finds a report for a save that comes every few seconds from every writer: all that it needs by one statement, where
 * {@link Reports#find} loads campaign, participant, report and unit.
 */
@Component
class HeldReports {

    /** A report that one transaction holds against other writers, and what the unit is asked for in it. */
    record Held(UUID id, ReportForm form) {}

    private record Row(
            UUID id,
            SubmissionState state,
            UUID campaign,
            CampaignState campaignState,
            boolean office,
            Respondent respondent) {}

    private final JdbcClient jdbc;
    private final CampaignDefinitions definitions;
    private final Participants participants;
    private final OwnCampaignTotals ownTotals;
    private final Reports reports;

    HeldReports(
            JdbcClient jdbc,
            CampaignDefinitions definitions,
            Participants participants,
            OwnCampaignTotals ownTotals,
            Reports reports) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.participants = participants;
        this.ownTotals = ownTotals;
        this.reports = reports;
    }

    /** Lets one writer at a time into the report; refused when there is none, or its state allows no writing. */
    Held hold(String campaign, String unit) {
        Row row = jdbc.sql("""
                        select r.id, r.state, r.campaign_id, c.state as campaign_state, p.category, p.leaf, p.office,
                            p.categories_below, u.valid_from
                        from campaign c
                        join participant p on p.campaign_id = c.id
                        join report r on r.id = p.id
                        join union_unit u on u.id = p.unit_id
                        where c.code = ? and p.unit_code = ?
                        for update of r""")
                .params(campaign, unit)
                .query((found, i) -> row(found))
                .optional()
                .orElseThrow(() -> lacking(campaign, unit));
        row.campaignState().requireNotWithdrawn();
        row.state().requireWritable();
        RollUp own = row.respondent().leaf() || row.office() ? null : ownTotals.of(row.id());
        return new Held(row.id(), ReportForm.of(definitions.of(row.campaign()), respondent(row), own));
    }

    private Respondent respondent(Row row) {
        Respondent unit = row.respondent();
        return row.office()
                ? new Respondent(
                        unit.category(), unit.validFromYear(), unit.leaf(), participants.byTier(row.campaign()))
                : unit;
    }

    private static Row row(ResultSet row) throws SQLException {
        LocalDate validFrom = row.getObject("valid_from", LocalDate.class);
        return new Row(
                row.getObject("id", UUID.class),
                SubmissionState.valueOf(row.getString("state")),
                row.getObject("campaign_id", UUID.class),
                CampaignState.valueOf(row.getString("campaign_state")),
                row.getBoolean("office"),
                new Respondent(
                                row.getString("category"),
                                validFrom == null ? null : validFrom.getYear(),
                                row.getBoolean("leaf"))
                        .with(Set.of((String[]) row.getArray("categories_below").getArray())));
    }

    /** Says what there is not: the campaign, the unit in it, or the report. */
    private DomainException lacking(String campaign, String unit) {
        reports.find(campaign, unit);
        return DomainException.notFound("Không có báo cáo của đơn vị “" + unit + "”.");
    }
}
