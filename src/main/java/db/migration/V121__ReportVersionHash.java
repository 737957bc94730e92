package db.migration;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import vn.tongket.report.CanonicalReport;
import vn.tongket.report.CanonicalReport.Signature;
import vn.tongket.report.CanonicalReport.Subject;
import vn.tongket.report.ReportAttachments.Hash;
import vn.tongket.report.ReportContent;
import vn.tongket.report.WholeContent;

/** Versions that were sent before there were hashes get theirs. Reads as it goes: there may be 100,000. */
public class V121__ReportVersionHash extends BaseJavaMigration {

    private static final int FETCH = 200;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement versions = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(
                        "update report_version set content_hash = ?, hash = ? where report_id = ? and number = ?")) {
            versions.setFetchSize(FETCH);
            try (ResultSet row = versions.executeQuery("""
                    select v.*, p.unit_code, c.code as campaign from report_version v
                    join participant p on p.id = v.report_id join campaign c on c.id = p.campaign_id""")) {
                while (row.next()) {
                    hash(connection, row, update);
                }
            }
        }
    }

    private void hash(Connection connection, ResultSet row, PreparedStatement update) throws Exception {
        UUID report = row.getObject("report_id", UUID.class);
        int number = row.getInt("number");
        Subject subject = new Subject(row.getString("campaign"), row.getString("unit_code"), number);
        WholeContent whole = new WholeContent(
                json.readValue(row.getString("content"), ReportContent.class), files(connection, report, number));
        String content = CanonicalReport.sha256(CanonicalReport.content(subject, whole));
        Signature signature = new Signature(
                content,
                row.getString("document_number"),
                row.getObject("signed_on", LocalDate.class),
                row.getString("signed_by"),
                row.getTimestamp("sent_at").toInstant());
        update.setString(1, content);
        update.setString(2, CanonicalReport.sha256(CanonicalReport.version(subject, signature)));
        update.setObject(3, report);
        update.setInt(4, number);
        update.executeUpdate();
    }

    private static List<Hash> files(Connection connection, UUID report, int version) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select name, sha256 from report_attachment
                where report_id = ? and since_version <= ? and coalesce(until_version, ?) >= ?""")) {
            query.setObject(1, report);
            for (int i = 2; i <= 4; i++) {
                query.setInt(i, version);
            }
            List<Hash> files = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    files.add(new Hash(row.getString("name"), row.getString("sha256")));
                }
            }
            return files;
        }
    }
}
