package vn.tongket.report;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.DomainException;

/** The versions of a report, each as it was signed, and what differs between them; readable for ever. */
@Service
@Transactional(readOnly = true)
public class ReportVersions {

    private final Reports reports;
    private final Signatures signatures;

    ReportVersions(Reports reports, Signatures signatures) {
        this.reports = reports;
        this.signatures = signatures;
    }

    /** What lies before the chair or is being written: the version that it would be, its SHA-256, and what is new. */
    public record Handed(int version, String contentHash, WholeContent whole, Optional<ReportDiff> changes) {}

    /** All that were signed, the first one first. */
    public List<ReportVersion> all(String campaign, String unit) {
        return reports.versions(reports.find(campaign, unit).report().id());
    }

    public ReportVersion version(String campaign, String unit, int number) {
        return version(reports.find(campaign, unit), number);
    }

    /** The content with its files. */
    public WholeContent whole(String campaign, String unit, int number) {
        return whole(reports.find(campaign, unit), number);
    }

    /** The bytes whose SHA-256 is the version's {@code contentHash} (ADR 20). */
    public byte[] canonicalContent(String campaign, String unit, int number) {
        var place = reports.find(campaign, unit);
        return CanonicalReport.content(Signatures.subject(place, number), whole(place, number));
    }

    /** What differs between two versions. */
    public ReportDiff changes(String campaign, String unit, int from, int to) {
        var place = reports.find(campaign, unit);
        return ReportDiff.between(reports.form(place), whole(place, from), whole(place, to));
    }

    /** What the draft changes in a version. */
    public ReportDiff changesSince(String campaign, String unit, int from) {
        var place = reports.find(campaign, unit);
        return ReportDiff.between(
                reports.form(place),
                whole(place, from),
                signatures.draft(place.report().id()));
    }

    /** The draft as it would be signed now, against the last version if there is one. */
    public Handed handed(String campaign, String unit) {
        var place = reports.find(campaign, unit);
        var handed = signatures.handed(place, signatures.draft(place.report().id()));
        Optional<ReportDiff> changes = reports.lastVersion(place.report().id())
                .map(last -> ReportDiff.between(
                        reports.form(place), signatures.whole(place.report().id(), last), handed.whole()));
        return new Handed(handed.version(), handed.hash(), handed.whole(), changes);
    }

    private WholeContent whole(Reports.Place place, int number) {
        return signatures.whole(place.report().id(), version(place, number));
    }

    private ReportVersion version(Reports.Place place, int number) {
        return reports.version(place.report().id(), number)
                .orElseThrow(() -> DomainException.notFound("Báo cáo không có lần gửi %d.".formatted(number)));
    }
}
