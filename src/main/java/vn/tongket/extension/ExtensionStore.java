package vn.tongket.extension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.extension.ExtensionCommands.Decide;
import vn.tongket.extension.ExtensionCommands.Propose;
import vn.tongket.extension.ExtensionRequest.Decision;
import vn.tongket.extension.ExtensionRequest.Proposal;
import vn.tongket.shared.DomainException;

/** The rows of requests. */
@Component
class ExtensionStore {

    private static final String READ = """
            select q.*,
                coalesce(case q.scope when 'UNIT' then p.unit_name when 'CATEGORY' then k.label
                    when 'SEAT' then 'Đơn vị đóng tại ' || q.scope_value else 'Tất cả đơn vị (hạn chung)' end,
                    q.scope_value) as whom,
                (select count(*) from extension_unit u where u.request_id = q.id) as moved,
                c.state not in ('ISSUED', 'COLLECTING')
                    or coalesce(r.state in ('ACCEPTED', 'CONSOLIDATED', 'EXEMPT', 'NOT_SUBMITTED', 'WITHDRAWN'), false) as past
            from extension_request q
            join campaign c on c.id = q.campaign_id
            left join participant p
                on q.scope = 'UNIT' and p.campaign_id = q.campaign_id and p.unit_code = q.scope_value
            left join report r on r.id = p.id
            left join unit_category k on q.scope = 'CATEGORY' and k.code = q.scope_value
            where q.campaign_id = :campaign %s order by q.asked_at desc, q.id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ExtensionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of a campaign, the newest first. */
    List<ExtensionRequest> of(Campaign campaign) {
        return jdbc.sql(READ.formatted(""))
                .param("campaign", campaign.id())
                .query((row, i) -> request(row))
                .list();
    }

    /** What that unit has asked for itself, the newest first. */
    List<ExtensionRequest> ofUnit(Campaign campaign, String unit) {
        return jdbc.sql(READ.formatted("and q.scope = 'UNIT' and q.scope_value = :unit"))
                .param("campaign", campaign.id())
                .param("unit", unit)
                .query((row, i) -> request(row))
                .list();
    }

    /** The one for many that is not decided. */
    Optional<ExtensionRequest> undecidedForMany(Campaign campaign) {
        return jdbc.sql(READ.formatted("and q.scope <> 'UNIT' and q.decided_at is null"))
                .param("campaign", campaign.id())
                .query((row, i) -> request(row))
                .optional();
    }

    /** Refused when somebody asked at the same moment: one at a time. */
    void ask(Campaign campaign, Target target, LocalDate day, String reason, @Nullable String letterNumber, String by) {
        try {
            insert(campaign, target, day, reason, letterNumber, by);
        } catch (DuplicateKeyException e) {
            throw DomainException.conflict("Một đề nghị gia hạn vừa được gửi, đang chờ quyết định.");
        }
    }

    private void insert(
            Campaign campaign, Target target, LocalDate day, String reason, @Nullable String letterNumber, String by) {
        jdbc.sql("""
                        insert into extension_request (id, campaign_id, scope, scope_value, asked_day, reason,
                            letter_number, asked_by, asked_at)
                        values (:id, :campaign, :scope, :value, :day, :reason, :letter, :by, :at)""")
                .param("id", UUID.randomUUID())
                .param("campaign", campaign.id())
                .param("scope", target.scope().name())
                .param("value", target.value())
                .param("day", day)
                .param("reason", reason)
                .param("letter", letterNumber)
                .param("by", by)
                .param("at", now())
                .update();
    }

    void propose(UUID request, Propose proposal, String by) {
        jdbc.sql("""
                        update extension_request set favoured = :favoured, proposed_day = :day, note = :note,
                            proposed_by = :by, proposed_at = :at
                        where id = :id""")
                .param("favoured", proposal.favoured())
                .param("day", proposal.favoured() ? proposal.day() : null)
                .param("note", WordsRule.orNull(proposal.note()))
                .param("by", by)
                .param("at", now())
                .param("id", request)
                .update();
    }

    void decide(UUID request, Decide decision, String by) {
        jdbc.sql("""
                        update extension_request set granted = :granted, granted_day = :day, words = :words,
                            decided_by = :by, decided_at = :at
                        where id = :id""")
                .param("granted", decision.granted())
                .param("day", decision.granted() ? decision.day() : null)
                .param("words", WordsRule.orNull(decision.words()))
                .param("by", by)
                .param("at", now())
                .param("id", request)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static ExtensionRequest request(ResultSet row) throws SQLException {
        return new ExtensionRequest(
                row.getObject("id", UUID.class),
                new Target(ExtensionScope.valueOf(row.getString("scope")), row.getString("scope_value")),
                row.getString("whom"),
                row.getObject("asked_day", LocalDate.class),
                row.getString("reason"),
                row.getString("letter_number"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                proposal(row),
                decision(row),
                row.getBoolean("past"),
                row.getInt("moved"));
    }

    private static @Nullable Proposal proposal(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("proposed_at");
        return at == null
                ? null
                : new Proposal(
                        row.getBoolean("favoured"),
                        row.getObject("proposed_day", LocalDate.class),
                        row.getString("note"),
                        row.getString("proposed_by"),
                        at.toInstant());
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("decided_at");
        return at == null
                ? null
                : new Decision(
                        row.getBoolean("granted"),
                        row.getObject("granted_day", LocalDate.class),
                        row.getString("words"),
                        row.getString("decided_by"),
                        at.toInstant());
    }
}
