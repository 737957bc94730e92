package vn.tongket.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.security.Accounts;
import vn.tongket.shared.DomainException;

/** Who writes in a report at this moment, and where: in the database, for each may be at another node. */
@Service
@Transactional
public class Presence {

    /** Somebody else in the report; {@code place} as in {@code PL01.LD/2008}, {@code name} null when nobody knows it. */
    public record Colleague(String user, @Nullable String name, String place) {}

    /**
     * The others; and by which a page tells whether it shows the present state: the version of the figures, and a digest
     * of the explanations.
     */
    public record Seen(List<Colleague> others, int figures, String explanations) {}

    /** Three times as long as a page waits between two words. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(45);

    private static final int MAX_PLACE = 100;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    Presence(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The person is there now. Two statements, and one for the others' names when there are others. */
    public Seen tell(String campaign, String unit, String user, String place) {
        if (place.isBlank() || place.length() > MAX_PLACE) {
            throw DomainException.malformed("Chỗ đang soạn phải có từ 1 đến " + MAX_PLACE + " ký tự.");
        }
        Instant now = clock.instant();
        return named(others(enter(campaign, unit, user, place, now), user, now));
    }

    private UUID enter(String campaign, String unit, String user, String place, Instant now) {
        return jdbc.sql("""
                        insert into report_presence (report_id, user_id, place, seen_at)
                        select r.id, :user, :place, :now
                        from report r
                        join participant p on p.id = r.id
                        join campaign c on c.id = p.campaign_id
                        where c.code = :campaign and p.unit_code = :unit
                        on conflict (report_id, user_id)
                            do update set place = excluded.place, seen_at = excluded.seen_at
                        returning report_id""")
                .param("user", user)
                .param("place", place)
                .param("now", Timestamp.from(now))
                .param("campaign", campaign)
                .param("unit", unit)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> DomainException.notFound("Không có báo cáo của đơn vị “" + unit + "”."));
    }

    private Seen others(UUID report, String user, Instant now) {
        return jdbc.sql("""
                        select coalesce(f.version, 0) as figures, p.user_id, p.place,
                            coalesce((select md5(string_agg(x.place || '=' || x.text, ' ' order by x.place))
                                from report_explanation x where x.report_id = r.id), '') as explanations
                        from report r
                        left join report_figures f on f.report_id = r.id
                        left join report_presence p on p.report_id = r.id
                            and p.user_id <> :user and p.seen_at > :since
                        where r.id = :report
                        order by p.user_id""")
                .param("user", user)
                .param("since", Timestamp.from(now.minus(GONE_AFTER)))
                .param("report", report)
                .query(Presence::seen);
    }

    /** At least one row, with nobody in it when the person is alone. */
    private static Seen seen(ResultSet rows) throws SQLException {
        List<Colleague> others = new ArrayList<>();
        int figures = 0;
        String explanations = "";
        while (rows.next()) {
            figures = rows.getInt("figures");
            explanations = rows.getString("explanations");
            String user = rows.getString("user_id");
            if (user != null) {
                others.add(new Colleague(user, null, rows.getString("place")));
            }
        }
        return new Seen(others, figures, explanations);
    }

    private Seen named(Seen seen) {
        if (seen.others().isEmpty()) {
            return seen;
        }
        Map<String, String> names =
                accounts.namesOf(seen.others().stream().map(Colleague::user).toList());
        return new Seen(
                seen.others().stream()
                        .map(other -> new Colleague(other.user(), names.get(other.user()), other.place()))
                        .toList(),
                seen.figures(),
                seen.explanations());
    }
}
