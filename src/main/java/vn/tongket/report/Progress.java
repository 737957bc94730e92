package vn.tongket.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Participant;
import vn.tongket.campaign.Participants;
import vn.tongket.shared.DomainException;

/** The table of units and its counts, from the domain's tables alone. */
@Service
@Transactional(readOnly = true)
public class Progress {

    private final JdbcClient jdbc;
    private final CampaignService campaigns;
    private final Participants participants;
    private final WorkingCalendar calendar;

    Progress(JdbcClient jdbc, CampaignService campaigns, Participants participants, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.participants = participants;
        this.calendar = calendar;
    }

    /** Required units first, each block in protocol order; empty while the plan is not issued. */
    public List<UnitStatus> units(String campaignCode) {
        Campaign campaign = campaigns.campaign(campaignCode);
        LocalDate common = campaigns.dates(campaign).lastAcceptableDay();
        Instant lockedAt = campaign.lockedAt().orElse(null);
        Map<LocalDate, PunctualityRule> rules = new HashMap<>();
        Map<UUID, Participant> byId = new HashMap<>();
        participants.of(campaign.id()).forEach(participant -> byId.put(participant.id(), participant));
        return jdbc.sql("""
                        select r.id, r.state, r.extended_to, r.first_received_at, v.number, v.document_number,
                               v.signed_on, v.incoming_number,
                               (select count(*) from report_return x where x.report_id = r.id) as returns
                        from report r
                        join participant p on p.id = r.id
                        left join lateral (select * from report_version v
                            where v.report_id = r.id order by v.number desc limit 1) v on true
                        where r.campaign_id = ?
                        order by p.position""")
                .param(campaign.id())
                .query((row, i) -> {
                    LocalDate extended = row.getObject("extended_to", LocalDate.class);
                    LocalDate deadline = extended == null ? common : extended;
                    var rule = rules.computeIfAbsent(deadline, day -> new PunctualityRule(day, lockedAt, calendar));
                    SubmissionState state = SubmissionState.valueOf(row.getString("state"));
                    var stamp = row.getTimestamp("first_received_at");
                    Instant receivedAt = stamp == null ? null : stamp.toInstant();
                    return new UnitStatus(
                            Objects.requireNonNull(byId.get(row.getObject("id", UUID.class))),
                            state,
                            deadline,
                            receivedAt,
                            rule.of(state, receivedAt),
                            receivedAt == null ? 0 : rule.workingDaysLate(receivedAt),
                            row.getObject("number", Integer.class),
                            row.getString("document_number"),
                            row.getObject("signed_on", LocalDate.class),
                            row.getObject("incoming_number", Integer.class),
                            row.getInt("returns"));
                })
                .list();
    }

    public UnitStatus unit(String campaign, String unit) {
        return units(campaign).stream()
                .filter(status -> status.participant().unitCode().equals(unit))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("Đơn vị “" + unit + "” không tham gia chiến dịch này."));
    }

    public Counts counts(List<UnitStatus> units, boolean required) {
        return Counts.of(units.stream()
                .filter(unit -> unit.participant().required() == required)
                .toList());
    }
}
