package vn.tongket.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import vn.tongket.cost.SizedCampaign;
import vn.tongket.cost.Tables;

/**
 * Issue, units' ways, a reminder date and the deadline at three sizes: the product, the same models on a bare engine, and
 * the multi-instance model, one after the other on one PostgreSQL that keeps its promises (fsync on). Arguments: the
 * sizes, if others than 100, 1,000 and 10,000 are wanted.
 */
public final class Benchmark {

    private static final String PRODUCT = "product";
    private static final String BARE = "bare engine";
    private static final String MULTI = "multi-instance";
    private static final int WAYS = 30;
    /** The multi-instance model touches 8 N rows for each step: a few ways say enough. */
    private static final int WAYS_OF_MULTI = 2;

    private static final int PATIENCE_SECONDS = 300;

    private final EmbeddedPostgres server;
    private final Heap heap = new Heap();
    private final Results results = new Results();
    private int databases;

    private Benchmark(EmbeddedPostgres server) {
        this.server = server;
    }

    public static void main(String... arguments) {
        int status = 1;
        try {
            compare(arguments);
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        // The application, or a multi-instance that was given up, may still be at work.
        System.exit(status);
    }

    private static void compare(String... arguments) throws Exception {
        List<Integer> sizes = arguments.length == 0
                ? List.of(100, 1_000, 10_000)
                : List.of(arguments).stream().map(Integer::valueOf).toList();
        try (EmbeddedPostgres server = server()) {
            Benchmark benchmark = new Benchmark(server);
            benchmark.run(PRODUCT, WholeProduct::new, sizes, WAYS);
            benchmark.run(BARE, BareEngine::new, sizes, WAYS);
            benchmark.run(MULTI, MultiInstance::new, sizes, WAYS_OF_MULTI);
            System.out.println(benchmark.results.table(sizes, PRODUCT, BARE, MULTI));
        }
    }

    /** One that keeps its promises. */
    static EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    private void run(String name, Function<String, Contender> start, List<Integer> sizes, int ways)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        String url = database();
        Contender contender = start.apply(url);
        try (Tables tables = new Tables(url, contender.source())) {
            SizedCampaign warm = new SizedCampaign("W", 400);
            contender.prepare(warm);
            contender.issue(warm);
            contender.walk(warm, 1);
            for (int size : sizes) {
                CompletableFuture<Void> all = CompletableFuture.runAsync(() -> measure(name, contender, tables, size, ways));
                try {
                    all.get(name.equals(MULTI) ? PATIENCE_SECONDS : Integer.MAX_VALUE, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    System.out.printf("%s, %d units: given up after %d s%n", name, size, PATIENCE_SECONDS);
                    return;
                }
            }
        }
        contender.close();
    }

    private void measure(String name, Contender contender, Tables tables, int size, int ways) {
        SizedCampaign campaign = new SizedCampaign("N" + size, size);
        contender.prepare(campaign);
        Map<String, Measure> taken = new LinkedHashMap<>();
        taken.put("issue", measure(contender, tables, () -> contender.issue(campaign)));
        results.add(name, size, taken);
        taken.put("reminder date", measure(contender, tables, () -> contender.remind(campaign)));
        taken.put("unit's way", measure(contender, tables, () -> {
            for (int i = 1; i <= ways; i++) {
                contender.walk(campaign, i);
            }
        }).each(ways));
        taken.put("deadline", measure(contender, tables, () -> contender.deadline(campaign)));
        System.out.printf("%s, %d units: %s%n", name, size, taken);
    }

    /** Statements and time as counted around the work itself; rows and heap of all that happens. */
    private Measure measure(Contender contender, Tables tables, Runnable work) {
        var statements = contender.statements();
        long rows = tables.touched();
        long counted = statements.total();
        double seconds = seconds(contender);
        long held = heap.heldBy(work);
        return new Measure(
                seconds(contender) - seconds, statements.total() - counted, tables.touched() - rows, held);
    }

    private static double seconds(Contender contender) {
        return contender.statements().spent().toNanos() / 1e9;
    }

    private String database() throws SQLException {
        String name = "bench" + ++databases;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }
}
