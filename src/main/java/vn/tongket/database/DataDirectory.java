package vn.tongket.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The embedded server's data directory, owned by one application at a time. A server that outlived a killed application
 * is stopped cleanly before a new one starts, so that it is never a reason not to start.
 */
final class DataDirectory implements AutoCloseable {

    /** Makes a data directory at that place. */
    @FunctionalInterface
    interface Initializer {
        void initialize(Path place) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

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
            throw new DatabaseInUse(path);
        }
        DataDirectory directory = new DataDirectory(path, channel);
        directory.clearUnfinished();
        directory.stopOrphan();
        return directory;
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

    void stopOrphan() throws IOException {
        OrphanServer.stopOn(path);
    }

    /**
     * Sees to it that the directory is there, whole or not at all: it is made beside its place and moved there when it
     * is complete. What a killed start left beside it is cleared away by the next one.
     */
    void initializeOnce(Initializer initializer) throws IOException {
        if (Files.exists(path.resolve("PG_VERSION"))) {
            return;
        }
        Path unfinished = Files.createTempDirectory(path.getParent(), unfinishedPrefix());
        initializer.initialize(unfinished);
        Files.deleteIfExists(path);
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private void clearUnfinished() throws IOException {
        try (DirectoryStream<Path> leftOver = Files.newDirectoryStream(path.getParent(), unfinishedPrefix() + "*")) {
            for (Path directory : leftOver) {
                OrphanServer.stopOn(directory);
                clear(directory);
            }
        }
    }

    private static void clear(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException stillWrittenTo) {
            LOG.warn("{} cannot be deleted yet: {}", directory, stillWrittenTo.toString());
        }
    }

    private String unfinishedPrefix() {
        return path.getFileName() + ".new-";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
