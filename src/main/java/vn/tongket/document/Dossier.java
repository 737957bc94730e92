package vn.tongket.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.conference.Conference;
import vn.tongket.conference.ConferenceService;
import vn.tongket.document.Documents.Draft;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.DossierWriter.Entry;
import vn.tongket.report.Progress;
import vn.tongket.report.SubmissionState;
import vn.tongket.report.UnitStatus;
import vn.tongket.shared.TimeConfiguration;

/** A campaign's dossier: plan, accepted reports, report upward, minutes, and what other features add. */
@Component
class Dossier {

    private final Documents documents;
    private final UnitReportDocument reports;
    private final ConferenceDocuments conferenceDocuments;
    private final ConferenceService conferences;
    private final Progress progress;
    private final List<DossierPart> parts;
    private final Clock clock;

    Dossier(
            Documents documents,
            UnitReportDocument reports,
            ConferenceDocuments conferenceDocuments,
            ConferenceService conferences,
            Progress progress,
            List<DossierPart> parts,
            Clock clock) {
        this.documents = documents;
        this.reports = reports;
        this.conferenceDocuments = conferenceDocuments;
        this.conferences = conferences;
        this.progress = progress;
        this.parts = parts;
        this.clock = clock;
    }

    void close(Campaign campaign) {
        List<Entry> entries = new ArrayList<>();
        int position = 1;
        for (Documents.Listed listed : documents.of(campaign.id())) {
            String name = "%02d-%s".formatted(position++, listed.fileName());
            entries.add(new Entry(
                    "van-ban/" + name,
                    documents.document(campaign.id(), listed.id()).content()));
        }
        for (Conference conference : conferences.all(campaign.code())) {
            if (conference.outcome().isPresent()) {
                entries.add(new Entry(
                        "bien-ban/Bien-ban-Hoi-nghi-lan-" + conference.round() + ".docx",
                        conferenceDocuments.minutes(campaign, conference)));
            }
        }
        for (UnitStatus unit : progress.units(campaign.code())) {
            if (unit.state() == SubmissionState.CONSOLIDATED || unit.state() == SubmissionState.ACCEPTED) {
                entries.add(new Entry(
                        "bao-cao/%03d-%s.docx"
                                .formatted(
                                        unit.participant().position() + 1,
                                        unit.participant().unitCode()),
                        reports.write(campaign.code(), unit.participant().unitCode())));
            }
        }
        parts.forEach(part -> entries.addAll(part.entries(campaign.code())));
        store(campaign, entries);
    }

    private void store(Campaign campaign, List<Entry> entries) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), TimeConfiguration.ZONE);
        documents.store(new Draft(
                campaign.id(),
                campaign.issuerId(),
                Kind.DOSSIER,
                null,
                LocalDate.now(clock),
                "Hồ sơ " + campaign.title(),
                DocumentText.fileName("Ho so", campaign.code(), "zip"),
                Documents.ZIP,
                DossierWriter.write(entries, now)));
    }
}
