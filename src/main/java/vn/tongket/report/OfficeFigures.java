package vn.tongket.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.Decisions;
import vn.tongket.organization.Organization;
import vn.tongket.report.ReportCommands.SignReport;
import vn.tongket.shared.DomainException;

/**
 * The figures of the issuer's own office, which add to the totals of its campaign (formats.md, Figures): opened when
 * somebody wants to enter them, closed when they are done, reopened until the lock. They are written like a unit's.
 */
@Service
@Transactional
public class OfficeFigures {

    private final CampaignService campaigns;
    private final Organization organization;
    private final OfficeEntry entry;
    private final Reports reports;
    private final ReportRepository repository;
    private final ReportIntake intake;
    private final Signatures signatures;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfficeFigures(
            CampaignService campaigns,
            Organization organization,
            OfficeEntry entry,
            Reports reports,
            ReportRepository repository,
            ReportIntake intake,
            Signatures signatures,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.organization = organization;
        this.entry = entry;
        this.reports = reports;
        this.repository = repository;
        this.intake = intake;
        this.signatures = signatures;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public OfficeStanding standing(String code) {
        Campaign campaign = campaigns.campaign(code);
        boolean open = campaign.state().isCollecting();
        String issuer = campaigns.issuer(code);
        if (!entry.exists(campaign.id())) {
            String name = organization.unit(issuer).name();
            return new OfficeStanding(issuer, name, OfficeStanding.State.NONE, null, null, null, open);
        }
        var place = reports.find(code, issuer);
        Optional<ReportVersion> last = reports.lastVersion(place.report().id());
        return new OfficeStanding(
                issuer,
                place.participant().unitName(),
                OfficeStanding.State.of(place.report().state()),
                last.map(ReportVersion::number).orElse(null),
                last.map(ReportVersion::sentAt).orElse(null),
                last.map(ReportVersion::signedBy).orElse(null),
                open);
    }

    /**
     * Opens the entry unless it is there. Refused before the issue, after the lock, and where no appendix is meant for
     * the issuer's category.
     */
    public void open(String code, String actor) {
        Campaign campaign = campaigns.campaign(code);
        if (campaign.state() == CampaignState.DRAFT) {
            throw DomainException.refused("Kế hoạch chưa ban hành, chưa nhập số liệu của cơ quan được.");
        }
        intake.holdOpen(campaign.id());
        if (!entry.open(campaign)) {
            return;
        }
        var place = reports.find(code, campaigns.issuer(code));
        if (reports.form(place).figures().appendices().isEmpty()) {
            throw DomainException.refused("Kế hoạch không có phụ lục nào dành cho loại đơn vị của "
                    + place.participant().unitName() + ", cơ quan không có số liệu phải nhập.");
        }
        decide(place, "Mở nhập số liệu của cơ quan", actor);
    }

    /**
     * Keeps the figures as a version, which counts until they are reopened; answers its number. Refused with all that
     * is wrong in them, when they are closed already, and after the lock. Blank cells are nothing wrong.
     */
    public int close(String code, String actor) {
        var place = held(code);
        Report report = place.report();
        WholeContent whole = signatures.draft(report.id());
        var faults = reports.form(place).faultsOf(whole.content());
        if (!faults.isEmpty()) {
            throw DomainException.refused("Chưa chốt được: còn " + faults.size() + " chỗ sai phải sửa.", faults);
        }
        report.closeOffice();
        var next = signatures.handed(place, whole);
        int version = signatures.keep(
                place,
                next,
                new SignReport("Số liệu của cơ quan, chốt lần " + next.version(), LocalDate.now(clock)),
                actor);
        repository.flush();
        decide(place, "Chốt số liệu của cơ quan lần " + version, actor);
        events.publishEvent(new OfficeFiguresClosed(code, place.participant().unitCode(), version));
        return version;
    }

    /** Lets the office go on; refused when it is not closed, and after the lock. */
    public void reopen(String code, String actor) {
        var place = held(code);
        place.report().reopenOffice();
        repository.flush();
        int version = reports.lastVersion(place.report().id()).orElseThrow().number();
        decide(place, "Mở lại số liệu của cơ quan", actor);
        events.publishEvent(new OfficeFiguresReopened(code, place.participant().unitCode(), version));
    }

    /** The entry, while the campaign cannot be locked and nobody writes in it. */
    private Reports.Place held(String code) {
        Campaign campaign = campaigns.campaign(code);
        if (!entry.exists(campaign.id())) {
            throw DomainException.notFound("Số liệu của cơ quan chưa được mở.");
        }
        intake.holdOpen(campaign.id());
        var place = reports.find(code, campaigns.issuer(code));
        reports.hold(place);
        return place;
    }

    private void decide(Reports.Place place, String kind, String actor) {
        decisions.record(place.campaign().id(), place.participant().unitCode(), kind, actor, null);
    }
}
