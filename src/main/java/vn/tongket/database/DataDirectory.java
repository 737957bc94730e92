package vn.tongket.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded server's data directory, owned by one application at a time. A server that outlived a killed application
 * is stopped cleanly before a new one starts, so that it is never a reason not to start.
 */
final class DataDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final long STOP_SECONDS = 60;

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataDirectory claim(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        Path lockFile = path.resolveSibling(path.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            throw new IllegalStateException("Cơ sở dữ liệu trong " + path
                    + " đang được một tiến trình Tổng kết khác sử dụng. Hãy dừng tiến trình đó,"
                    + " hoặc đặt spring.datasource.url để dùng máy chủ PostgreSQL chung.");
        }
        stopOrphan(path);
        return new DataDirectory(path, channel);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void stopOrphan(Path path) throws IOException {
        Optional<ProcessHandle> orphan = runningServer(path.resolve("postmaster.pid"));
        if (orphan.isEmpty()) {
            return;
        }
        LOG.warn("A database server of a killed application still runs on {}; stopping it.", path);
        orphan.get().destroy();
        try {
            orphan.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "Máy chủ cơ sở dữ liệu cũ trong " + path + " (tiến trình "
                            + orphan.get().pid() + ") không dừng được; hãy dừng nó rồi khởi động lại.",
                    e);
        }
    }

    private static Optional<ProcessHandle> runningServer(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String firstLine =
                Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        if (!firstLine.matches("\\d+")) {
            return Optional.empty();
        }
        // After a reboot the number may belong to anybody: only a process that names itself postgres is ours.
        return ProcessHandle.of(Long.parseLong(firstLine))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }
}
