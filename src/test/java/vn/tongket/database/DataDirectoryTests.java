package vn.tongket.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    // The server's files may still be closing when the test ends.
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void stopsTheServerThatOutlivedItsApplicationCleanly() throws IOException {
        Path data = home.resolve("postgres");
        EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
        long server = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());

        try (DataDirectory claimed = DataDirectory.claim(data)) {
            assertThat(ProcessHandle.of(server)).isNotPresent();
            assertThat(claimed.path()).exists();
            assertThat(data.resolve("postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void refusesASecondApplicationOnTheSameData() throws IOException {
        Path data = home.resolve("postgres");
        try (DataDirectory first = DataDirectory.claim(data)) {
            assertThatThrownBy(() -> DataDirectory.claim(first.path()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("tiến trình Tổng kết khác");
        }
        DataDirectory.claim(data).close();
    }

    @Test
    void makesTheDataWholeOrNotAtAll() throws IOException {
        Path data = home.resolve("postgres");
        try (DataDirectory killed = DataDirectory.claim(data)) {
            assertThatThrownBy(() -> killed.initializeOnce(place -> {
                        Files.writeString(place.resolve("PG_VERSION"), "17");
                        throw new IOException("killed here");
                    }))
                    .hasMessage("killed here");
        }
        assertThat(data).doesNotExist();

        try (DataDirectory next = DataDirectory.claim(data)) {
            next.initializeOnce(place -> Files.writeString(place.resolve("PG_VERSION"), "17"));
            next.initializeOnce(place -> Files.writeString(place.resolve("PG_VERSION"), "twice"));
        }
        assertThat(data.resolve("PG_VERSION")).hasContent("17");
        assertThat(Files.list(home)).containsExactlyInAnyOrder(data, home.resolve("postgres.lock"));
    }

    @Test
    void leavesAnotherServerAloneWhoseNumberAStalePidFileNames() throws IOException {
        Path others = home.resolve("others");
        try (EmbeddedPostgres other = EmbeddedPostgres.builder()
                .setDataDirectory(others)
                .setRegisterShutdownHook(false)
                .start()) {
            Path data = Files.createDirectories(home.resolve("postgres"));
            Files.copy(others.resolve("postmaster.pid"), data.resolve("postmaster.pid"));

            DataDirectory.claim(data).close();

            assertThat(data.resolve("postmaster.pid")).doesNotExist();
            assertThat(others.resolve("postmaster.pid")).exists();
            assertThat(other.getPort()).isPositive();
        }
    }

    @Test
    void stopsAnOrphanAlthoughSomebodyIsConnectedToIt() throws Exception {
        Path data = home.resolve("postgres");
        EmbeddedPostgres orphan = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
        try (var connected = orphan.getPostgresDatabase().getConnection()) {
            DataDirectory.claim(data).close();

            assertThat(connected.isValid(1)).isFalse();
            assertThat(data.resolve("postmaster.pid")).doesNotExist();
        }
    }
}
