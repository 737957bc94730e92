package vn.tongket.document.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.CampaignDownloads;
import vn.tongket.document.Documents;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.PlanDraft;
import vn.tongket.document.UnitReportDocument;
import vn.tongket.report.ReportAccess;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/**
 * Downloads of a campaign's documents. Participants get what was sent to them (plan, outline, appendices, invitation);
 * the rest is for the issuer's people.
 */
@RestController
class DocumentController {

    /** A document in the list. */
    record Line(
            UUID id,
            String kind,
            String label,
            @Nullable String number,
            LocalDate date,
            String title,
            String fileName,
            int size,
            String sha256) {}

    private final Documents documents;
    private final CampaignDownloads downloads;
    private final PlanDraft planDraft;
    private final UnitReportDocument unitReports;
    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final ReportAccess reportAccess;

    DocumentController(
            Documents documents,
            CampaignDownloads downloads,
            PlanDraft planDraft,
            UnitReportDocument unitReports,
            CampaignService campaigns,
            CampaignAccess access,
            ReportAccess reportAccess) {
        this.documents = documents;
        this.downloads = downloads;
        this.planDraft = planDraft;
        this.unitReports = unitReports;
        this.campaigns = campaigns;
        this.access = access;
        this.reportAccess = reportAccess;
    }

    @GetMapping(path = "/api/campaigns/{code}/documents", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Line> list(@PathVariable String code) {
        access.requireReader(code, CurrentUser.require());
        return downloads.visible(code, CurrentUser.require()).stream()
                .map(document -> new Line(
                        document.id(),
                        document.kind().name().toLowerCase(Locale.ROOT),
                        document.kind().label(),
                        document.symbol(),
                        document.issuedOn(),
                        document.title(),
                        document.fileName(),
                        document.size(),
                        document.sha256()))
                .toList();
    }

    @GetMapping({"/api/campaigns/{code}/documents/{id}", "/campaigns/{code}/documents/{id}"})
    ResponseEntity<byte[]> document(@PathVariable String code, @PathVariable UUID id) {
        Campaign campaign = readable(code);
        if (downloads.visible(code, CurrentUser.require()).stream()
                .noneMatch(document -> document.id().equals(id))) {
            throw DomainException.notFound("Không có văn bản này.");
        }
        Documents.Stored stored = documents.document(campaign.id(), id);
        return file(stored.listed().fileName(), stored.listed().contentType(), stored.content());
    }

    @GetMapping({"/api/campaigns/{code}/dossier", "/campaigns/{code}/dossier"})
    ResponseEntity<byte[]> dossier(@PathVariable String code) {
        access.requireAllUnits(code, CurrentUser.require());
        UUID campaign = campaigns.campaign(code).id();
        Documents.Listed listed = documents
                .latest(campaign, Kind.DOSSIER)
                .orElseThrow(() -> DomainException.notFound("Hồ sơ được đóng khi chiến dịch kết thúc."));
        return file(
                listed.fileName(),
                listed.contentType(),
                documents.document(campaign, listed.id()).content());
    }

    @GetMapping("/campaigns/{code}/documents/plan-draft.docx")
    ResponseEntity<byte[]> planDraft(@PathVariable String code) {
        access.requireAllUnits(code, CurrentUser.require());
        return file("Du-thao-ke-hoach.docx", Documents.WORD, planDraft.write(code));
    }

    @GetMapping("/documents/reports/{code}/{unit}.docx")
    ResponseEntity<byte[]> unitReport(@PathVariable String code, @PathVariable String unit) {
        reportAccess.requireReader(code, unit, CurrentUser.require());
        return file("Bao-cao-" + unit + ".docx", Documents.WORD, unitReports.write(code, unit));
    }

    @GetMapping("/documents/reports/{code}/{unit}/{version}.docx")
    ResponseEntity<byte[]> unitReportVersion(
            @PathVariable String code, @PathVariable String unit, @PathVariable int version) {
        reportAccess.requireReader(code, unit, CurrentUser.require());
        return file(
                "Bao-cao-%s-lan-%d.docx".formatted(unit, version),
                Documents.WORD,
                unitReports.write(code, unit, version));
    }

    private Campaign readable(String code) {
        access.requireReader(code, CurrentUser.require());
        return campaigns.campaign(code);
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
