package vn.tongket.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.Participant;
import vn.tongket.campaign.Participants;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;

/** What the focal department found out about single figures of units; a note stays when its figure changes. */
@Service
@Transactional
public class RollUpNotes {

    /** Code points of a note. */
    public static final int LONGEST = 5_000;

    private final CampaignService campaigns;
    private final Participants participants;
    private final JdbcClient jdbc;
    private final Clock clock;

    RollUpNotes(CampaignService campaigns, Participants participants, JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.participants = participants;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All that say something, by row, year and protocol order. */
    @Transactional(readOnly = true)
    public List<RollUpNote> of(String campaign) {
        return jdbc.sql("""
                        select p.unit_code, n.* from rollup_note n join participant p on p.id = n.participant_id
                        where p.campaign_id = ? and n.text <> '' order by n.indicator, n.year, p.position""")
                .param(campaigns.campaign(campaign).id())
                .query(RollUpNotes::note)
                .list();
    }

    /** Of one unit's cell, empty with version 0 when nobody has written; refused for a cell that does not exist. */
    @Transactional(readOnly = true)
    public RollUpNote of(String campaign, String indicator, int year, String unit) {
        return find(participant(campaign, indicator, year, unit).id(), indicator, year, unit);
    }

    /**
     * Writes the note; an empty text clears it. Refused when somebody else wrote since {@code expected} (null: whatever
     * there is), for a text too long, and once the campaign is in the archive.
     */
    public RollUpNote write(
            String campaign,
            String indicator,
            int year,
            String unit,
            String text,
            @Nullable Integer expected,
            String actor) {
        Participant participant = participant(campaign, indicator, year, unit);
        requireWritable(campaigns.campaign(campaign));
        String clean = PlainText.clean(text);
        if (PlainText.length(clean) > LONGEST) {
            throw DomainException.refused("Ghi chú không được quá 5.000 ký tự.");
        }
        save(participant.id(), indicator, year, clean, expected, actor);
        return find(participant.id(), indicator, year, unit);
    }

    /** Whether notes may still be written. */
    public static boolean isWritable(Campaign campaign) {
        return campaign.state() != CampaignState.ARCHIVED && campaign.state() != CampaignState.CANCELLED;
    }

    private static void requireWritable(Campaign campaign) {
        if (!isWritable(campaign)) {
            throw DomainException.refused(
                    "Chiến dịch ở trạng thái “" + campaign.state().label() + "”, không ghi chú thêm được.");
        }
    }

    private Participant participant(String campaign, String indicator, int year, String unit) {
        CellOrder order = CellOrder.of(campaigns.definition(campaign));
        if (year == CellOrder.PERIOD || order.number(indicator, year) == 0) {
            throw DomainException.notFound("Không có ô số liệu “" + indicator + "/" + year + "”.");
        }
        return participants.of(campaigns.campaign(campaign).id(), unit);
    }

    private RollUpNote find(UUID participant, String indicator, int year, String unit) {
        return jdbc.sql("""
                        select p.unit_code, n.* from rollup_note n join participant p on p.id = n.participant_id
                        where n.participant_id = ? and n.indicator = ? and n.year = ?""")
                .params(participant, indicator, year)
                .query(RollUpNotes::note)
                .optional()
                .orElseGet(() -> new RollUpNote(unit, indicator, year, "", null, null, 0));
    }

    private void save(
            UUID participant, String indicator, int year, String text, @Nullable Integer expected, String actor) {
        int written = jdbc.sql("""
                        insert into rollup_note as n (participant_id, indicator, year, text, edited_by, edited_at, version)
                        select :participant, :indicator, :year, :text, :actor, cast(:at as timestamptz), 1
                            where coalesce(cast(:expected as integer), 0) = 0 or exists (select from rollup_note
                                where participant_id = :participant and indicator = :indicator and year = :year)
                        on conflict (participant_id, indicator, year) do update set text = excluded.text,
                            edited_by = excluded.edited_by, edited_at = excluded.edited_at, version = n.version + 1
                            where cast(:expected as integer) is null or n.version = :expected""")
                .param("participant", participant)
                .param("indicator", indicator)
                .param("year", year)
                .param("text", text)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("expected", expected)
                .update();
        if (written == 0) {
            throw DomainException.stale("Ghi chú này đã được người khác sửa. Hãy tải lại trước khi ghi.");
        }
    }

    private static RollUpNote note(ResultSet row, int i) throws SQLException {
        Instant editedAt = row.getTimestamp("edited_at").toInstant();
        return new RollUpNote(
                row.getString("unit_code"),
                row.getString("indicator"),
                row.getInt("year"),
                row.getString("text"),
                row.getString("edited_by"),
                editedAt,
                row.getInt("version"));
    }
}
