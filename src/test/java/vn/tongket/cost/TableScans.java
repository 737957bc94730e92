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

/** Which tables of many rows are read from end to end, as PostgreSQL counts it. */
final class TableScans implements AutoCloseable {

    private static final int MANY = 1000;

    private final SingleConnectionDataSource own;
    private final JdbcTemplate sql;
    private final HikariDataSource pool;

    TableScans(String url, DataSource source) throws SQLException {
        own = new SingleConnectionDataSource(url + "&user=postgres", true);
        sql = new JdbcTemplate(own);
        pool = source.unwrap(HikariDataSource.class);
    }

    /** Rows read by scans of tables with a thousand rows and more, by table; empty when there were none. */
    Map<String, Long> of(Runnable work) {
        sql.execute("analyze");
        Map<String, Long> before = read();
        work.run();
        Map<String, Long> scanned = read();
        before.forEach((table, rows) -> scanned.merge(table, -rows, Long::sum));
        scanned.values().removeIf(rows -> rows == 0);
        return scanned;
    }

    private Map<String, Long> read() {
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

    /** A connection tells its counts at the latest when it ends. */
    private void flush() {
        String now = sql.queryForObject("select clock_timestamp()::text", String.class);
        pool.getHikariPoolMXBean().softEvictConnections();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> sql.queryForObject("""
                select not exists (select 1 from pg_stat_activity where datname = current_database()
                    and pid <> pg_backend_pid() and backend_type = 'client backend'
                    and backend_start < cast(? as timestamptz))""", Boolean.class, now));
    }

    @Override
    public void close() {
        own.destroy();
    }
}
