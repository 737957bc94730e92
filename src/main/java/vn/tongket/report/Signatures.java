package vn.tongket.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.report.CanonicalReport.Signature;
import vn.tongket.report.CanonicalReport.Subject;
import vn.tongket.report.ReportCommands.SignReport;

/** What lies before the chair, and the version that signing makes of it. */
@Component
class Signatures {

    /** The content, the number of the version that it would be, and its SHA-256. */
    record Handed(WholeContent whole, int version, String hash) {}

    private final Drafts drafts;
    private final AttachmentStore attachments;
    private final JdbcClient jdbc;
    private final Clock clock;

    Signatures(Drafts drafts, AttachmentStore attachments, JdbcClient jdbc, Clock clock) {
        this.drafts = drafts;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a version signed now would hold. */
    WholeContent draft(UUID report) {
        return new WholeContent(drafts.content(report), hashes(attachments.present(report)));
    }

    WholeContent whole(UUID report, ReportVersion version) {
        return new WholeContent(version.content(), hashes(attachments.ofVersion(report, version.number())));
    }

    Handed handed(Reports.Place place, WholeContent whole) {
        int version = nextVersion(place.report().id());
        return new Handed(
                whole, version, CanonicalReport.sha256(CanonicalReport.content(subject(place, version), whole)));
    }

    /** Keeps the draft as the next version, with its files; refused when it is not what was handed to the chair. */
    int sign(Reports.Place place, SignReport command, String actor) {
        Handed handed = handed(place, draft(place.report().id()));
        place.report().sign(handed.hash());
        return keep(place, handed, command, actor);
    }

    /** Keeps that content as the next version, with its files, whatever the state of the report. */
    int keep(Reports.Place place, Handed handed, SignReport command, String actor) {
        Report report = place.report();
        // The database keeps microseconds: what is hashed is what can be read again.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Signature signature = new Signature(handed.hash(), command.number(), command.signedOn(), actor, at);
        jdbc.sql("""
                        insert into report_version (report_id, number, document_number, signed_on, signed_by, sent_at,
                            content, content_hash, hash)
                        values (:report, :number, :document, :signedOn, :actor, :at,
                            cast(:content as jsonb), :contentHash, :hash)""")
                .param("report", report.id())
                .param("number", handed.version())
                .param("document", command.number())
                .param("signedOn", command.signedOn())
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .param("content", drafts.write(handed.whole().content()))
                .param("contentHash", handed.hash())
                .param(
                        "hash",
                        CanonicalReport.sha256(CanonicalReport.version(subject(place, handed.version()), signature)))
                .update();
        attachments.keepWith(report.id(), handed.version());
        return handed.version();
    }

    static Subject subject(Reports.Place place, int version) {
        return new Subject(place.campaign().code(), place.participant().unitCode(), version);
    }

    private int nextVersion(UUID report) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from report_version where report_id = ?")
                .param(report)
                .query(Integer.class)
                .single();
    }

    private static List<ReportAttachments.Hash> hashes(List<Attachment> files) {
        return files.stream()
                .map(file -> new ReportAttachments.Hash(file.name(), file.sha256()))
                .toList();
    }
}
