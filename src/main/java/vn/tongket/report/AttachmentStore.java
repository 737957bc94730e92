package vn.tongket.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of attachments. Bytes go in from disk and come out in pieces, whatever their number. */
@Component
class AttachmentStore {

    private static final int PIECE = 500_000;
    private static final String COLUMNS =
            "select id, part, name, media_type, size, sha256, added_by, added_at, since_version from report_attachment ";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    AttachmentStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void add(UUID report, Attachment attachment, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            template.update("""
                    insert into report_attachment
                        (id, report_id, part, name, media_type, size, sha256, content, added_by, added_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", row -> {
                row.setObject(1, attachment.id());
                row.setObject(2, report);
                row.setString(3, attachment.part().name());
                row.setString(4, attachment.name());
                row.setString(5, attachment.mediaType());
                row.setInt(6, attachment.size());
                row.setString(7, attachment.sha256());
                row.setBinaryStream(8, content, attachment.size());
                row.setString(9, attachment.addedBy());
                row.setTimestamp(10, Timestamp.from(attachment.addedAt()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that the next version will have, oldest first. */
    List<Attachment> present(UUID report) {
        return jdbc.sql(COLUMNS + "where report_id = ? and until_version is null order by added_at, name")
                .param(report)
                .query((row, i) -> attachment(row))
                .list();
    }

    /** Those that a version was signed with. */
    List<Attachment> ofVersion(UUID report, int version) {
        return jdbc.sql(COLUMNS + """
                        where report_id = :report and since_version <= :version
                            and coalesce(until_version, :version) >= :version
                        order by added_at, name""")
                .param("report", report)
                .param("version", version)
                .query((row, i) -> attachment(row))
                .list();
    }

    /** Also one that was taken out after a version. */
    Optional<Attachment> find(UUID report, UUID id) {
        return jdbc.sql(COLUMNS + "where report_id = ? and id = ?")
                .params(report, id)
                .query((row, i) -> attachment(row))
                .optional();
    }

    /** Deletes it, or, when a version was signed with it, leaves it to the versions up to the last. */
    void remove(UUID id) {
        int deleted = jdbc.sql("delete from report_attachment where id = ? and since_version is null")
                .param(id)
                .update();
        if (deleted == 0) {
            jdbc.sql("""
                            update report_attachment a set until_version =
                                (select max(number) from report_version v where v.report_id = a.report_id)
                            where id = ? and until_version is null""").param(id).update();
        }
    }

    /** All present ones belong to that version from now on. */
    void keepWith(UUID report, int version) {
        jdbc.sql("""
                        update report_attachment set since_version = ?
                        where report_id = ? and since_version is null""").params(version, report).update();
    }

    /** Writes an attachment's bytes, piece by piece. */
    void copy(Attachment attachment, OutputStream out) throws IOException {
        for (int at = 1; at <= attachment.size(); at += PIECE) {
            out.write(jdbc.sql("select substring(content from ? for ?) from report_attachment where id = ?")
                    .params(at, PIECE, attachment.id())
                    .query(byte[].class)
                    .single());
        }
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                Attachment.Part.valueOf(row.getString("part")),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("size"),
                row.getString("sha256"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant(),
                row.getObject("since_version", Integer.class));
    }
}
