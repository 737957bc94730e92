package vn.tongket.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another Tổng kết runs on the same embedded database. */
final class DatabaseInUse extends IllegalStateException {

    DatabaseInUse(Path data) {
        super("Cơ sở dữ liệu trong " + data + " đang được một tiến trình Tổng kết khác sử dụng.");
    }

    /** Says so at the end of the log instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<DatabaseInUse> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, DatabaseInUse cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Hãy dừng tiến trình đó, hoặc đặt spring.datasource.url để dùng máy chủ PostgreSQL chung.",
                    cause);
        }
    }
}
