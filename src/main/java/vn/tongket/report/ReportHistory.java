package vn.tongket.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.security.Accounts;
import vn.tongket.shared.DomainException;

/** Everything that happened to one report: what people decided on it and what was done to its content. */
@Service
public class ReportHistory {

    /**
     * One event, in words.
     *
     * @param actor the person's login; null when nobody did it
     * @param name what the person is called; null when nobody knows it
     * @param place code of the heading, appendix or list; null for the whole report
     * @param version the sending that it belongs to; null for a decision, whose words name it
     * @param details the reason, the file, the number
     */
    public record Entry(
            Instant at,
            @Nullable String actor,
            @Nullable String name,
            String what,
            @Nullable String place,
            @Nullable Integer version,
            @Nullable String details) {

        Entry calledBy(Map<String, String> names) {
            return new Entry(at, actor, names.get(actor), what, place, version, details);
        }
    }

    /** Part of the history, newest first. */
    public record Page(List<Entry> entries, int number, boolean more) {}

    public static final int PAGE_SIZE = 50;

    private final Reports reports;
    private final JdbcClient jdbc;
    private final Accounts accounts;

    ReportHistory(Reports reports, JdbcClient jdbc, Accounts accounts) {
        this.reports = reports;
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** {@code number} counts from 0, the newest; refuses what is no page. */
    @Transactional(readOnly = true)
    public Page page(String campaign, String unit, int number) {
        if (number < 0 || number > Integer.MAX_VALUE / PAGE_SIZE - 1) {
            throw DomainException.malformed("Số trang phải từ 0 trở lên.");
        }
        List<Entry> found = entries(reports.find(campaign, unit), number);
        List<Entry> shown = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        Map<String, String> names = accounts.namesOf(shown.stream()
                .map(Entry::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new Page(shown.stream().map(entry -> entry.calledBy(names)).toList(), number, found.size() > PAGE_SIZE);
    }

    /** One more than a page, if there are more. */
    private List<Entry> entries(Reports.Place place, int page) {
        return jdbc.sql("""
                        select * from (
                            select decided_at as at, actor, kind as decision, null as event, null as place,
                                null::integer as version, reason as details, null::bigint as id
                            from decision where campaign_id = :campaign and unit_code = :unit
                            union all
                            select at, actor, null, kind, place, version, details, id
                            from report_event where report_id = :report) history
                        order by at desc, id desc limit :limit offset :offset""")
                .param("campaign", place.campaign().id())
                .param("unit", place.participant().unitCode())
                .param("report", place.report().id())
                .param("limit", PAGE_SIZE + 1)
                .param("offset", page * PAGE_SIZE)
                .query((row, i) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String event = row.getString("event");
        return new Entry(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                null,
                event == null
                        ? row.getString("decision")
                        : ReportEvents.Kind.valueOf(event).label(),
                row.getString("place"),
                row.getObject("version", Integer.class),
                row.getString("details"));
    }
}
