package vn.tongket.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.tongket.support.TestDatabase;

/** Two nodes on one PostgreSQL, as an installation would have them; all of it goes when it is closed. */
public final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;
    private final Random random;
    private final EmbeddedPostgres server;
    private final List<Node> nodes;

    /** The nodes' output goes to {@code home}. */
    public Cluster(Path home, long seed) throws IOException {
        this(home, seed, name -> List.of());
    }

    /** With settings of its own for each node, by its name, as they stand on a command line. */
    public Cluster(Path home, long seed, Function<String, List<String>> settings) throws IOException {
        this.home = Files.createDirectories(home);
        this.random = new Random(seed);
        this.server = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgres"))
                .setRegisterShutdownHook(false)
                .setServerConfig("synchronous_commit", "on") // what was answered must outlive the server's own crash
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        this.nodes = IntStream.rangeClosed(1, 2)
                .mapToObj(i -> node("node" + i, settings))
                .toList();
    }

    private Node node(String name, Function<String, List<String>> ownSettings) {
        List<String> settings = new ArrayList<>(TestDatabase.arguments(url()));
        settings.add("--spring.datasource.hikari.data-source-properties.ApplicationName=" + name);
        settings.addAll(ownSettings.apply(name));
        return new Node(name, freePort(), home.resolve(name + ".log"), settings);
    }

    public List<Node> nodes() {
        return nodes;
    }

    /** Any node that answers; waits while none does. */
    public Node any() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<Node> ready =
                    new ArrayList<>(nodes.stream().filter(Node::isReady).toList());
            if (!ready.isEmpty()) {
                return ready.get(Math.floorMod(random.nextInt(), ready.size()));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("No node answers, see " + home);
    }

    public void awaitAll() {
        nodes.forEach(node -> node.awaitReady(PATIENCE));
    }

    public JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(url()));
    }

    /** It has written in a transaction and not committed. */
    public boolean isWriting(Node node) {
        return sql().sql("""
                        select exists (select 1 from pg_stat_activity
                            where backend_xid is not null and application_name = ?)""").param(node.name()).query(Boolean.class).single();
    }

    private String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** {@code pg_ctl restart -m immediate}: the server drops everybody without a word and recovers from its log. */
    public void restartDatabase() {
        try {
            Path data = home.resolve("postgres");
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
            Path postgres =
                    Path.of(ProcessHandle.of(pid).orElseThrow().info().command().orElseThrow());
            List<String> command = new ArrayList<>();
            if (System.getProperty("user.name").equals("root")) {
                command.addAll(List.of("unshare", "-U"));
            }
            command.addAll(List.of(
                    postgres.resolveSibling("pg_ctl").toString(), "-D", data.toString(), "-m", "immediate", "-w"));
            command.addAll(List.of("-l", home.resolve("postgres.log").toString(), "restart"));
            Process restart = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("pg_ctl.log").toFile()))
                    .start();
            if (restart.waitFor() != 0) {
                throw new AssertionError("pg_ctl failed, see " + home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::kill);
        server.close();
    }
}
