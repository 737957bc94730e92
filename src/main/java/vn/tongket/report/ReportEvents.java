package vn.tongket.report;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes what is done to a report's content, in the transaction that does it. What people decide on a report is noted by
 * {@link vn.tongket.campaign.Decisions}; {@link ReportHistory} reads both.
 */
@Component
public class ReportEvents {

    /** What was done, in the words that the history tells it with. */
    public enum Kind {
        /** A heading's text was saved. */
        WRITTEN("Viết nội dung"),
        /** Cells of an appendix were saved. */
        FIGURES_ENTERED("Nhập số liệu"),
        /** Rows of a list form were saved. */
        LIST_ENTERED("Ghi biểu danh mục"),
        /** Something was said about figures that break a rule which warns. */
        EXPLAINED("Giải trình cảnh báo"),
        ATTACHED("Đính kèm tệp"),
        DETACHED("Bỏ tệp đính kèm"),
        /** A filled-in file came; nothing of it is in the report yet. */
        UPLOADED("Nộp tệp đã điền"),
        /** What was chosen of it went into the report. */
        TAKEN_OVER("Nhận nội dung từ tệp"),
        PUT_ASIDE("Bỏ tệp đã nộp"),
        /** It has its incoming number. */
        REGISTERED("Vào sổ văn bản đến"),
        /** The lock found it not sent. */
        CLOSED("Khóa số liệu, tính là không gửi"),
        /** Let in after the lock, and not sent in time. */
        CLOSED_LATE("Hết thời gian nhận sau khi khóa số liệu, tính là không gửi"),
        /** The plan was withdrawn; nothing is expected any more. */
        CLOSED_WITHDRAWN("Kế hoạch được thu hồi, không còn phải gửi báo cáo");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Saves come every few seconds: of one person's at one place, one in so much time is noted. */
    static final Duration ONE_SITTING = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** {@code details}: what else people want to know, such as a file's name. */
    public void record(UUID report, Kind kind, @Nullable String actor, @Nullable String details) {
        insert("""
                values (:report, :kind, :actor, :at, :details,
                    (select coalesce(max(number), 0) + 1 from report_version where report_id = :report))""", kind, actor)
                .param("report", report)
                .param("details", details)
                .update();
    }

    /** By one statement for all places, codes of headings, appendices or lists. */
    void saved(UUID report, Kind kind, Collection<String> places, String actor) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into report_event (report_id, kind, actor, at, place, version)
                        select :report, :kind, :actor, :at, places.code,
                            (select coalesce(max(number), 0) + 1 from report_version where report_id = :report)
                        from unnest(cast(:places as text[])) as places (code)
                        where not exists (select 1 from report_event e where e.report_id = :report and e.at > :since
                            and e.kind = :kind and e.actor = :actor and e.place = places.code)""")
                .param("report", report)
                .param("kind", kind.name())
                .param("actor", actor)
                .param("at", Timestamp.from(now))
                .param("since", Timestamp.from(now.minus(ONE_SITTING)))
                .param("places", new SqlParameterValue(Types.ARRAY, places.toArray(String[]::new)))
                .update();
    }

    void registered(UUID report, int version, int incomingNumber) {
        insert("values (:report, :kind, :actor, :at, :details, :version)", Kind.REGISTERED, null)
                .param("report", report)
                .param("details", "số đến " + incomingNumber)
                .param("version", version)
                .update();
    }

    void closed(List<UUID> reports, Kind kind) {
        insert("""
                select r.id, :kind, :actor, :at, null,
                    (select coalesce(max(number), 0) + 1 from report_version v where v.report_id = r.id)
                from report r where r.id in (:reports)""", kind, null).param("reports", reports).update();
    }

    private JdbcClient.StatementSpec insert(String rows, Kind kind, @Nullable String actor) {
        return jdbc.sql("insert into report_event (report_id, kind, actor, at, details, version) " + rows)
                .param("kind", kind.name())
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()));
    }
}
