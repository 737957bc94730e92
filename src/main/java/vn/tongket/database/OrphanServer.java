package vn.tongket.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that outlived its killed application, found by the {@code postmaster.pid} in its data directory. */
final class OrphanServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanServer.class);
    private static final long STOP_SECONDS = 60;
    private static final int STARTED_AT = 2;

    private final Path data;
    private final ProcessHandle process;

    private OrphanServer(Path data, ProcessHandle process) {
        this.data = data;
        this.process = process;
    }

    /**
     * Stops it in an orderly way, its clients' sessions included. A {@code postmaster.pid} that a power cut left behind,
     * and whose number is another process by now, is removed: PostgreSQL would refuse to start because of it.
     */
    static void stopOn(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<OrphanServer> orphan = find(data, Files.readAllLines(pidFile));
        if (orphan.isPresent()) {
            orphan.get().stop();
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<OrphanServer> find(Path data, List<String> pidFile) {
        String pid = pidFile.isEmpty() ? "" : pidFile.get(0).strip();
        if (!pid.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .filter(process -> namedDirectory(process)
                        .map(directory -> isSame(directory, data))
                        .orElseGet(() -> startedThen(process, pidFile)))
                .map(process -> new OrphanServer(data, process));
    }

    /** The data directory on its command line, where the system shows that of another process. */
    private static Optional<Path> namedDirectory(ProcessHandle process) {
        List<String> arguments = Arrays.asList(process.info().arguments().orElse(new String[0]));
        int option = arguments.indexOf("-D");
        return option >= 0 && option + 1 < arguments.size()
                ? Optional.of(Path.of(arguments.get(option + 1)))
                : Optional.empty();
    }

    /** A directory that is gone was moved here while the server ran. */
    private static boolean isSame(Path named, Path data) {
        try {
            return !Files.exists(named) || Files.isSameFile(named, data);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean startedThen(ProcessHandle process, List<String> pidFile) {
        if (pidFile.size() <= STARTED_AT || !pidFile.get(STARTED_AT).strip().matches("\\d{1,12}")) {
            return false;
        }
        Instant noted =
                Instant.ofEpochSecond(Long.parseLong(pidFile.get(STARTED_AT).strip()));
        return process.info()
                .startInstant()
                .map(started -> Duration.between(started, noted).abs().toMinutes() < 1)
                .orElse(true);
    }

    private void stop() throws IOException {
        LOG.warn("A database server of a killed application still runs on {}; stopping it.", data);
        interrupt();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "Máy chủ cơ sở dữ liệu cũ trong " + data + " (tiến trình " + process.pid()
                            + ") không dừng được; hãy dừng nó rồi khởi động lại.",
                    e);
        }
    }

    /** SIGINT, PostgreSQL's fast shutdown: on SIGTERM it would wait for clients to leave by themselves. */
    private void interrupt() throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            process.destroy();
        } else {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
        }
    }
}
