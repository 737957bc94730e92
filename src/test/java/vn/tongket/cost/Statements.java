package vn.tongket.cost;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts what is handed to the driver: each statement once, each entry of a batch once, by verb and first table.
 * Sessions are kept by the container's choice, not by the work, and what runs by the clock belongs to nobody's step:
 * both are left out.
 */
public final class Statements implements QueryExecutionListener {

    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|into|update)\\s+(?:\\(\\s*)*(?:only\\s+)?([a-z_][a-z0-9_]*)");
    private static final String SESSIONS = "spring_session";
    private static final String BY_THE_CLOCK = "scheduling-";

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> sessions = new ConcurrentHashMap<>();
    private final LongAdder handed = new LongAdder();
    private long nanos;
    private long total;

    /** The same source of connections, counted. */
    public DataSource counted(DataSource source) {
        return ProxyDataSourceBuilder.create(source).listener(this).build();
    }

    /** What the work took. Nothing else may run meanwhile. */
    public Taken of(Runnable work) {
        counts.clear();
        sessions.clear();
        long start = System.nanoTime();
        work.run();
        nanos += System.nanoTime() - start;
        Taken all = taken(counts);
        total += all.sum();
        return all;
    }

    private static Taken taken(Map<String, LongAdder> counts) {
        Map<String, Long> taken = new TreeMap<>();
        counts.forEach((kind, count) -> taken.put(kind, count.sum()));
        return new Taken(taken);
    }

    /** All that the driver was handed since the start, whether or not anybody counted it as work. */
    public long handed() {
        return handed.sum();
    }

    /** All that was counted so far. */
    public long total() {
        return total;
    }

    /** The statements that kept sessions during the last work, which {@link #of} leaves out. */
    Taken sessions() {
        return taken(sessions);
    }

    /** How long all that was counted so far took. */
    public Duration spent() {
        return Duration.ofNanos(nanos);
    }

    /** Statements by kind, {@code insert act_ru_task} → how often. */
    public record Taken(Map<String, Long> kinds) {

        static final Taken NOTHING = new Taken(Map.of());

        public long sum() {
            return kinds.values().stream().mapToLong(Long::longValue).sum();
        }

        Taken plus(Taken other) {
            Map<String, Long> both = new TreeMap<>(kinds);
            other.kinds.forEach((kind, count) -> both.merge(kind, count, Long::sum));
            return new Taken(both);
        }

        @Override
        public String toString() {
            StringBuilder lines = new StringBuilder().append(sum());
            kinds.forEach((kind, count) -> lines.append("\n%8d %s".formatted(count, kind)));
            return lines.toString();
        }
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // Counted when they have run.
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (Thread.currentThread().getName().startsWith(BY_THE_CLOCK)) {
            return;
        }
        for (QueryInfo query : queries) {
            String sql = query.getQuery().strip().toLowerCase(Locale.ROOT);
            int entries = Math.max(1, query.getParametersList().size());
            Map<String, LongAdder> kept = sql.contains(SESSIONS) ? sessions : counts;
            kept.computeIfAbsent(kind(sql), kind -> new LongAdder()).add(entries);
            handed.add(entries);
        }
    }

    private static String kind(String sql) {
        Matcher table = TABLE.matcher(sql);
        String verb = sql.split("\\s", 2)[0];
        return table.find() ? verb + " " + table.group(1) : verb;
    }
}
