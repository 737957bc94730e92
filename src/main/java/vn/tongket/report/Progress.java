package vn.tongket.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Participant;
import vn.tongket.shared.DomainException;

/** The table of units and its counts, from the domain's tables alone. */
@Service
@Transactional(readOnly = true)
public class Progress {

    private static final RowMapper<Participant> PARTICIPANT = new DataClassRowMapper<>(Participant.class);

    private final JdbcClient jdbc;
    private final CampaignService campaigns;
    private final WorkingCalendar calendar;

    Progress(JdbcClient jdbc, CampaignService campaigns, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.calendar = calendar;
    }

    /** Required units first, each block in protocol order; empty while the plan is not issued. */
    public List<UnitStatus> units(String campaign) {
        return query(campaigns.campaign(campaign), null);
    }

    /** One unit's line, also the issuer's own office's. */
    public UnitStatus unit(String campaign, String unit) {
        return query(campaigns.campaign(campaign), unit).stream()
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("Đơn vị “" + unit + "” không tham gia chiến dịch này."));
    }

    private List<UnitStatus> query(Campaign campaign, @Nullable String unit) {
        LocalDate common = campaigns.lastAcceptableDay(campaign);
        Instant lockedAt = campaign.lockedAt().orElse(null);
        WorkingDays days = calendar.days();
        Map<LocalDate, PunctualityRule> rules = new HashMap<>();
        return jdbc.sql("""
                        select p.*, r.state, effective_deadline(r.extended_to, :common) as deadline,
                               owed_by(r.resend_by, r.extended_to, :common) as owed_by,
                               r.first_received_at, v.number, v.document_number, v.signed_on, v.incoming_number,
                               (select count(*) from report_return x where x.report_id = r.id) as returns
                        from report r
                        join participant p on p.id = r.id
                        left join lateral (select * from report_version v
                            where v.report_id = r.id order by v.number desc limit 1) v on true
                        where p.campaign_id = :campaign
                            and ((cast(:unit as text) is null and not p.office) or p.unit_code = :unit)
                        order by p.position""")
                .param("campaign", campaign.id())
                .param("common", common)
                .param("unit", unit)
                .query((row, i) -> {
                    LocalDate deadline = row.getObject("deadline", LocalDate.class);
                    return status(
                            row,
                            deadline,
                            rules.computeIfAbsent(deadline, day -> new PunctualityRule(day, lockedAt, days)));
                })
                .list();
    }

    private static UnitStatus status(ResultSet row, LocalDate deadline, PunctualityRule rule) throws SQLException {
        SubmissionState state = SubmissionState.valueOf(row.getString("state"));
        Timestamp stamp = row.getTimestamp("first_received_at");
        Instant receivedAt = stamp == null ? null : stamp.toInstant();
        return new UnitStatus(
                PARTICIPANT.mapRow(row, 0),
                state,
                deadline,
                row.getObject("owed_by", LocalDate.class),
                receivedAt,
                rule.of(state, receivedAt),
                receivedAt == null ? 0 : rule.workingDaysLate(receivedAt),
                row.getObject("number", Integer.class),
                row.getString("document_number"),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("incoming_number", Integer.class),
                row.getInt("returns"));
    }

    public Counts counts(List<UnitStatus> units, boolean required) {
        return Counts.of(units.stream()
                .filter(unit -> unit.participant().required() == required)
                .toList());
    }
}
