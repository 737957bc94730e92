package vn.tongket.cost;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What work does to the tables, as PostgreSQL counts it. */
public final class Tables implements AutoCloseable {

    private static final int MANY = 1000;

    private final SingleConnectionDataSource own;
    private final JdbcTemplate sql;
    private final HikariDataSource pool;

    /** {@code url} of the database that {@code source} connects to through a pool. */
    public Tables(String url, DataSource source) throws SQLException {
        own = new SingleConnectionDataSource(url + "&user=postgres", true);
        sql = new JdbcTemplate(own);
        pool = source.unwrap(HikariDataSource.class);
    }

    /** What PostgreSQL does by itself a while after much was written; only the owner may. */
    void analyze() {
        sql.execute("analyze");
    }

    /** Rows read by scans from end to end of tables with a thousand rows and more, by table; empty without scans. */
    public Map<String, Long> scannedBy(Runnable work) {
        analyze();
        Map<String, Long> before = scanned();
        work.run();
        Map<String, Long> scanned = scanned();
        before.forEach((table, rows) -> scanned.merge(table, -rows, Long::sum));
        scanned.values().removeIf(rows -> rows == 0);
        return scanned;
    }

    private Map<String, Long> scanned() {
        flush();
        Map<String, Long> rows = new TreeMap<>();
        sql.query(
                "select relname, seq_tup_read from pg_stat_user_tables where n_live_tup >= ?",
                row -> {
                    rows.put(row.getString("relname"), row.getLong("seq_tup_read"));
                },
                MANY);
        return rows;
    }

    /** Rows inserted, changed and deleted so far, sessions left out. */
    public long touched() {
        flush();
        Long rows = sql.queryForObject("""
                select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables
                where relname not like 'spring_session%'""", Long.class);
        return rows == null ? 0 : rows;
    }

    /** The campaign has so many units then, with contacts and open reports; those that are added have no process. */
    void widen(SizedCampaign campaign, int units) {
        String issuer = campaign.issuer();
        sql.update("""
                insert into union_unit (id, code, group_key, name, short_name, category, parent_id, reporting_mode,
                    sort_order, version)
                select gen_random_uuid(), i.code || '-' || n, i.code || n, 'Công đoàn ' || n, i.code || '-' || n, 'CDTCT',
                    i.id, 'REQUIRED', n, 0
                from union_unit i, generate_series(?, ?) n where i.code = ?""", campaign.units() + 1, units, issuer);
        sql.update("""
                insert into unit_contact (unit_id, role, email)
                select id, 'OFFICER', lower(code) || '@demo.invalid' from union_unit u
                where code like ? and not exists (select 1 from unit_contact k where k.unit_id = u.id)""", issuer + "-%");
        sql.update("""
                insert into participant (id, campaign_id, unit_id, unit_code, unit_name, short_name, category, parent_id,
                    leaf, required, position)
                select gen_random_uuid(), c.id, u.id, u.code, u.name, u.short_name, u.category, u.parent_id, true, true,
                    u.sort_order
                from union_unit u join campaign c on c.code = ? where u.code like ?
                    and not exists (select 1 from participant p where p.campaign_id = c.id and p.unit_id = u.id)""", campaign.code(), issuer + "-%");
        sql.update("""
                insert into report (id, campaign_id, state, version)
                select p.id, p.campaign_id, 'NOT_STARTED', 0 from participant p join campaign c on c.id = p.campaign_id
                where c.code = ? and not exists (select 1 from report r where r.id = p.id)""", campaign.code());
    }

    /** How many units have a reminder with its mail. */
    long told(SizedCampaign campaign) {
        Long told = sql.queryForObject("""
                select count(distinct n.unit_code) from notice n join campaign c on c.id = n.campaign_id
                join notice_recipient r on r.notice_id = n.id and r.mail_id is not null
                where c.code = ? and n.kind = 'REMINDER'""", Long.class, campaign.code());
        return told == null ? 0 : told;
    }

    /** A connection tells its counts at the latest when it ends; one may join the pool while the others are sent away. */
    private void flush() {
        String now = sql.queryForObject("select clock_timestamp()::text", String.class);
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    pool.getHikariPoolMXBean().softEvictConnections();
                    return noneIsOlderThan(now);
                });
        sql.queryForList("select pg_stat_clear_snapshot()::text");
    }

    private boolean noneIsOlderThan(String time) {
        return Boolean.TRUE.equals(sql.queryForObject("""
                select not exists (select 1 from pg_stat_activity where datname = current_database()
                    and pid <> pg_backend_pid() and backend_type = 'client backend'
                    and backend_start < cast(? as timestamptz))""", Boolean.class, time));
    }

    @Override
    public void close() {
        own.destroy();
    }
}
