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
}
