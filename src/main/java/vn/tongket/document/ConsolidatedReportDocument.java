package vn.tongket.document;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.PlanDocument.Signature;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionUnit;
import vn.tongket.report.Counts;
import vn.tongket.report.Progress;
import vn.tongket.report.Punctuality;
import vn.tongket.report.SubmissionState;
import vn.tongket.report.UnitStatus;
import vn.tongket.rollup.RollUps;
import vn.tongket.shared.TimeConfiguration;
import vn.tongket.synthesis.SynthesisService;

/** The report upward as a Word file, with the totals and the status table. */
@Component
class ConsolidatedReportDocument {

    private final CampaignService campaigns;
    private final Progress progress;
    private final SynthesisService synthesis;
    private final RollUps rollUps;
    private final Organization organization;
    private final LetterHeads heads;
    private final Clock clock;

    ConsolidatedReportDocument(
            CampaignService campaigns,
            Progress progress,
            SynthesisService synthesis,
            RollUps rollUps,
            Organization organization,
            LetterHeads heads,
            Clock clock) {
        this.campaigns = campaigns;
        this.progress = progress;
        this.synthesis = synthesis;
        this.rollUps = rollUps;
        this.organization = organization;
        this.heads = heads;
        this.clock = clock;
    }

    byte[] write(Campaign campaign, String number, LocalDate date, String signer) {
        CampaignFile definition = campaigns.definition(campaign.code());
        UnionUnit issuer = organization.unit(campaign.issuerId());
        UnionUnit superior = campaigns.superior(campaign.code());
        List<UnitStatus> units = progress.units(campaign.code());
        Map<String, String> texts = new TreeMap<>();
        synthesis.own(campaign.code()).forEach((section, part) -> texts.put(section, part.text()));
        Signature signature = campaign.plan().signature();
        return ConsolidatedReportWriter.write(new ConsolidatedReportWriter.ConsolidatedReport(
                heads.of(issuer, number, date),
                campaign.title(),
                superior.name(),
                coverage(units, campaign),
                definition.outline(),
                texts,
                definition.appendices(),
                rollUps.of(campaign.code()),
                rows(units, true),
                rows(units, false),
                new Signature(signature.authority(), signature.title(), signer),
                List.of(
                        superior.name(),
                        "Lưu: VT, " + definition.campaign().focalDepartment().code())));
    }

    private Coverage coverage(List<UnitStatus> units, Campaign campaign) {
        Counts required = progress.counts(units, true);
        Counts coordinated = progress.counts(units, false);
        LocalDate asOf = lastLateReceipt(units)
                .or(campaign::lockedAt)
                .map(at -> LocalDate.ofInstant(at, TimeConfiguration.ZONE))
                .orElse(LocalDate.now(clock));
        return new Coverage(
                asOf,
                required.expected(),
                required.accepted(),
                required.early() + required.onTime(),
                required.late(),
                units.stream()
                        .filter(unit -> unit.participant().required() && unit.state() == SubmissionState.NOT_SUBMITTED)
                        .map(unit -> unit.participant().unitName())
                        .toList(),
                coordinated.expected(),
                coordinated.accepted(),
                required.accepted() + coordinated.accepted());
    }

    /** Of a unit that was let in after the lock. */
    private static Optional<Instant> lastLateReceipt(List<UnitStatus> units) {
        return units.stream()
                .filter(unit -> unit.punctuality() == Punctuality.LATE_AFTER_LOCK)
                .map(UnitStatus::receivedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    private static List<StatusRow> rows(List<UnitStatus> units, boolean required) {
        List<StatusRow> rows = new ArrayList<>();
        for (UnitStatus unit : units) {
            if (unit.participant().required() == required) {
                rows.add(new StatusRow(
                        rows.size() + 1,
                        unit.participant().unitName(),
                        unit.documentNumber(),
                        unit.signedOn(),
                        unit.receivedAt() == null
                                ? null
                                : LocalDateTime.ofInstant(unit.receivedAt(), TimeConfiguration.ZONE),
                        unit.label(),
                        unit.returns()));
            }
        }
        return rows;
    }
}
