package vn.tongket.workbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.report.ReportEvents;
import vn.tongket.workbook.Upload.State;

/** The table of uploads. Files go in and out as streams, so that many at once take no memory. */
@Component
class UploadStore {

    /** A file to be read now. */
    record Claim(UUID id, String campaign, String unit, UploadKind kind, int attempts) {}

    private static final int WORKED_AT_A_TIME = 2;
    private static final int MAX_ATTEMPTS = 3;
    private static final int PIECE = 500_000;
    /** Any number that nobody else locks. */
    private static final long CLAIMING = 20_240_115L;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ReportEvents events;
    private final ObjectMapper json;
    private final Clock clock;

    UploadStore(JdbcClient jdbc, JdbcTemplate template, ReportEvents events, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    void add(Upload upload, UUID report, Path file) {
        events.record(report, ReportEvents.Kind.UPLOADED, upload.uploadedBy(), upload.name());
        template.update("""
                insert into report_upload
                    (id, report_id, campaign, unit, kind, name, size, sha256, content, state, uploaded_by, uploaded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", statement -> {
            statement.setObject(1, upload.id());
            statement.setObject(2, report);
            statement.setString(3, upload.campaign());
            statement.setString(4, upload.unit());
            statement.setString(5, upload.kind().name());
            statement.setString(6, upload.name());
            statement.setInt(7, upload.size());
            statement.setString(8, upload.sha256());
            statement.setBinaryStream(9, open(file), upload.size());
            statement.setString(10, State.QUEUED.name());
            statement.setString(11, upload.uploadedBy());
            statement.setTimestamp(12, Timestamp.from(upload.uploadedAt()));
        });
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Upload> find(UUID report, UUID id) {
        return uploads("where report_id = ? and id = ?", report, id).stream().findFirst();
    }

    /** The newest twenty of a report. */
    List<Upload> of(UUID report) {
        return uploads("where report_id = ? order by uploaded_at desc limit 20", report);
    }

    int waiting(UUID report) {
        return jdbc.sql("select count(*) from report_upload where report_id = ? and state in ('QUEUED', 'WORKING')")
                .param(report)
                .query(Integer.class)
                .single();
    }

    private List<Upload> uploads(String which, Object... params) {
        return jdbc.sql("""
                        select id, campaign, unit, kind, name, size, sha256, state, uploaded_by, uploaded_at,
                            case when state = 'QUEUED' then (
                                select count(*) from report_upload o where o.state in ('QUEUED', 'WORKING')
                                    and (o.uploaded_at, o.id) <= (u.uploaded_at, u.id)) else 0 end as place
                        from report_upload u\s""" + which).params(params).query(UploadStore::upload).list();
    }

    private static Upload upload(ResultSet row, int index) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                row.getString("campaign"),
                row.getString("unit"),
                UploadKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("size"),
                row.getString("sha256"),
                State.valueOf(row.getString("state")),
                row.getInt("place"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant());
    }

    /**
     * The next file for this node, unless two are under way already, on whichever nodes. To be called in a transaction:
     * nodes reach for files one after another. A lease is measured by the database's clock, which all nodes share and
     * nobody moves.
     */
    Optional<Claim> claim() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(CLAIMING)
                .query((row, i) -> true)
                .single();
        jdbc.sql("""
                        update report_upload set state = 'FAILED', reading = cast(? as jsonb)
                        where state = 'WORKING' and lease_until <= clock_timestamp() and attempts >= ?""").params(write(given()), MAX_ATTEMPTS).update();
        return jdbc.sql("""
                        update report_upload set state = 'WORKING', attempts = attempts + 1,
                            lease_until = clock_timestamp() + interval '2 minutes'
                        where id = (
                            select id from report_upload
                            where (state = 'QUEUED' or state = 'WORKING' and lease_until <= clock_timestamp())
                                and (select count(*) from report_upload
                                    where state = 'WORKING' and lease_until > clock_timestamp()) < ?
                            order by uploaded_at, id limit 1 for update skip locked)
                        returning id, campaign, unit, kind, attempts""")
                .param(WORKED_AT_A_TIME)
                .query((row, i) -> new Claim(
                        row.getObject("id", UUID.class),
                        row.getString("campaign"),
                        row.getString("unit"),
                        UploadKind.valueOf(row.getString("kind")),
                        row.getInt("attempts")))
                .optional();
    }

    private static Reading given() {
        return new Reading(
                Reading.Content.NOTHING,
                null,
                List.of(Remark.file(
                        "Hệ thống đã thử đọc tệp ba lần mà không xong. Hãy chép số liệu sang mẫu mới tải về.")));
    }

    /** Keeps what was read, if this node still holds the file. */
    void finish(Claim claim, State state, Reading reading) {
        jdbc.sql("""
                        update report_upload set state = ?, reading = cast(? as jsonb), lease_until = null
                        where id = ? and state = 'WORKING' and attempts = ?""")
                .params(state.name(), write(reading), claim.id(), claim.attempts())
                .update();
    }

    /** Writes the file there, piece by piece. */
    void copyTo(UUID id, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int from = 1; ; from += PIECE) {
                byte[] piece = jdbc.sql("select substring(content from ? for ?) from report_upload where id = ?")
                        .params(from, PIECE, id)
                        .query(byte[].class)
                        .single();
                out.write(piece);
                if (piece.length < PIECE) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Reading> reading(UUID id) {
        return jdbc.sql("select reading from report_upload where id = ? and reading is not null")
                .param(id)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /** Lets one person at a time decide about it, and answers how far it is. */
    State hold(UUID id) {
        return State.valueOf(jdbc.sql("select state from report_upload where id = ? for update")
                .param(id)
                .query(String.class)
                .single());
    }

    void settle(UUID id, State state, String actor) {
        jdbc.sql("""
                        update report_upload set state = :state, settled_by = :actor, settled_at = :at, lease_until = null,
                            content = case when :state = 'DISCARDED' then null else content end
                        where id = :id""")
                .param("state", state.name())
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private String write(Reading reading) {
        try {
            return json.writeValueAsString(reading);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reading read(String reading) {
        try {
            return json.readValue(reading, Reading.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
