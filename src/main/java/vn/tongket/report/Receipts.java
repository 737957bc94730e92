package vn.tongket.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.organization.Organization;
import vn.tongket.shared.DomainException;

/** Confirms a sent version to whoever holds its hash, without a word of its content. */
@Service
@Transactional(readOnly = true)
public class Receipts {

    /**
     * That it was sent and received.
     *
     * @param incomingNumber the issuer's, null until registered
     * @param punctuality in words, of the first receipt; empty until registered, and for one that was taken back
     * @param recalledAt when the unit took it back, null unless it did
     */
    public record Receipt(
            String hash,
            String campaign,
            String campaignTitle,
            String issuerName,
            String unit,
            String unitName,
            int version,
            String documentNumber,
            LocalDate signedOn,
            Instant sentAt,
            @Nullable Integer incomingNumber,
            String punctuality,
            @Nullable Instant recalledAt) {}

    private record Place(String campaign, String unit, int version) {}

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final JdbcClient jdbc;
    private final Reports reports;
    private final Progress progress;
    private final Organization organization;

    Receipts(JdbcClient jdbc, Reports reports, Progress progress, Organization organization) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.progress = progress;
        this.organization = organization;
    }

    /** Refuses what is no SHA-256 without asking the database. */
    public Receipt of(String hash) {
        if (!SHA_256.matcher(hash).matches()) {
            throw DomainException.malformed("Mã xác thực gồm 64 ký tự: chữ số 0–9 và chữ thường a–f.");
        }
        return jdbc.sql("""
                        select c.code as campaign, p.unit_code as unit, v.number as version
                        from report_version v
                        join participant p on p.id = v.report_id
                        join campaign c on c.id = p.campaign_id
                        where v.hash = ? and not p.office""")
                .param(hash)
                .query(Place.class)
                .optional()
                .map(this::receipt)
                .orElseThrow(() -> DomainException.notFound("Không có báo cáo nào mang mã xác thực này."));
    }

    private Receipt receipt(Place sent) {
        var place = reports.find(sent.campaign(), sent.unit());
        ReportVersion version =
                reports.version(place.report().id(), sent.version()).orElseThrow();
        Instant recalledAt =
                reports.recalledAt(place.report().id(), sent.version()).orElse(null);
        UnitStatus status = progress.unit(sent.campaign(), sent.unit());
        return new Receipt(
                version.hash(),
                sent.campaign(),
                place.campaign().title(),
                organization.unit(place.campaign().issuerId()).name(),
                sent.unit(),
                place.participant().unitName(),
                version.number(),
                version.documentNumber(),
                version.signedOn(),
                version.sentAt(),
                version.incomingNumber(),
                version.incomingNumber() == null || recalledAt != null ? "" : status.punctualityWords(),
                recalledAt);
    }
}
