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

    /** Rows read by scans from end to end of tables with a thousand rows and more, by table; empty without scans. */
    public Map<String, Long> scannedBy(Runnable work) {
        sql.execute("analyze");
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
