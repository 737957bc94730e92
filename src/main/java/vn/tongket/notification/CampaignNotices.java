package vn.tongket.notification;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.document.Documents;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.Documents.Listed;
import vn.tongket.organization.ContactRole;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionUnit;
import vn.tongket.report.Progress;
import vn.tongket.report.SubmissionState;
import vn.tongket.report.UnitStatus;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/** Who is written to, and what about. Each notice is a row first; mail follows from the rows. */
@Service
@Transactional
public class CampaignNotices {

    private final Outbox outbox;
    private final Mailer mailer;
    private final Recipients recipients;
    private final CampaignService campaigns;
    private final Progress progress;
    private final Organization organization;
    private final Documents documents;
    private final WorkingCalendar calendar;

    CampaignNotices(
            Outbox outbox,
            Mailer mailer,
            Recipients recipients,
            CampaignService campaigns,
            Progress progress,
            Organization organization,
            Documents documents,
            WorkingCalendar calendar) {
        this.outbox = outbox;
        this.mailer = mailer;
        this.recipients = recipients;
        this.campaigns = campaigns;
        this.progress = progress;
        this.organization = organization;
        this.documents = documents;
        this.calendar = calendar;
    }

    /** All notices of a campaign with their fate, oldest first. */
    @Transactional(readOnly = true)
    public List<Notice.Logged> log(String campaign) {
        return outbox.of(campaigns.campaign(campaign).id());
    }

    /** The plan goes to units whose reports were opened. */
    public void sendPlan(String campaign, List<String> units) {
        UUID id = campaigns.campaign(campaign).id();
        String deadline = Vietnamese.day(campaigns.dates(campaign).lastAcceptableDay());
        Map<String, String> addresses = recipients.officers(id, units);
        outbox.add(units.stream()
                .filter(addresses::containsKey)
                .map(unit -> Notice.of(
                        id, unit, NoticeKind.PLAN_ISSUED, "1", address(addresses, unit), Map.of("deadline", deadline)))
                .toList());
    }

    /** One notice to each participant that still owes its report; answers how many. Repeatable. */
    public int remind(String campaign, LocalDate day) {
        return toOwing(
                campaign,
                NoticeKind.REMINDER,
                unit -> Map.of(
                        "deadline", Vietnamese.day(unit.effectiveDeadline()),
                        "daysLeft", calendar.between(day, calendar.lastOnOrBefore(unit.effectiveDeadline())),
                        "state", unit.state().label()),
                unit -> day + "/" + unit.effectiveDeadline());
    }

    /** Those who still owe learn of the new deadline. */
    public void announceDeadline(String campaign, LocalDate from, LocalDate to) {
        toOwing(
                campaign,
                NoticeKind.DEADLINE_MOVED,
                unit -> Map.of("deadline", Vietnamese.day(to), "oldDeadline", Vietnamese.day(from)),
                unit -> to.toString());
    }

    private int toOwing(
            String campaign,
            NoticeKind kind,
            Function<UnitStatus, Map<String, Object>> details,
            Function<UnitStatus, String> occasion) {
        UUID id = campaigns.campaign(campaign).id();
        List<UnitStatus> owing = progress.units(campaign).stream()
                .filter(unit -> SubmissionState.OWING.contains(unit.state()))
                .toList();
        Map<String, String> addresses = recipients.officers(
                id, owing.stream().map(unit -> unit.participant().unitCode()).toList());
        return outbox.add(owing.stream()
                .filter(unit -> addresses.containsKey(unit.participant().unitCode()))
                .map(unit -> Notice.of(
                        id,
                        unit.participant().unitCode(),
                        kind,
                        occasion.apply(unit),
                        address(addresses, unit.participant().unitCode()),
                        details.apply(unit)))
                .toList());
    }

    /** To one unit's officer. */
    void sendToUnit(String campaign, String unit, NoticeKind kind, String occasion, Map<String, Object> details) {
        UUID id = campaigns.campaign(campaign).id();
        Map<String, String> addresses = recipients.officers(id, List.of(unit));
        if (addresses.containsKey(unit)) {
            outbox.add(List.of(Notice.of(id, unit, kind, occasion, address(addresses, unit), details)));
        }
    }

    /** The required participants' chairs sit on the Executive Committee: they are invited. */
    public void invite(String campaign, int round, LocalDateTime at, String place, String agenda) {
        UUID id = campaigns.campaign(campaign).id();
        List<String> units = progress.units(campaign).stream()
                .filter(unit -> unit.participant().required())
                .map(unit -> unit.participant().unitCode())
                .toList();
        Map<String, Object> details = Map.of("conferenceTime", Vietnamese.minute(at), "place", place, "agenda", agenda);
        Map<String, String> addresses = recipients.chairs(id, units);
        outbox.add(units.stream()
                .filter(addresses::containsKey)
                .map(unit ->
                        Notice.of(id, unit, NoticeKind.INVITATION, "round " + round, address(addresses, unit), details))
                .toList());
    }

    /** Hands the report to the superior's mail server now; throws when that fails, sends once however often called. */
    public void sendReportUpward(String campaign) {
        Campaign aggregate = campaigns.campaign(campaign);
        UnionUnit superior = campaigns.superior(campaign);
        String address = superior.address(ContactRole.OFFICE, ContactRole.OFFICER, ContactRole.CHAIR)
                .orElseThrow(() -> DomainException.refused(superior.name() + " chưa có địa chỉ thư điện tử."));
        Listed report = report(aggregate);
        Notice notice = Notice.of(
                aggregate.id(), null, NoticeKind.REPORT_UPWARD, report.id().toString(), address, reportFacts(report));
        if (outbox.isSent(notice.id())) {
            return;
        }
        outbox.add(List.of(notice));
        NoticeText.Words words = mailer.send(notice);
        outbox.markSent(notice.id(), words.subject(), words.text());
        campaigns.become(campaign, CampaignState.REPORTED, "Gửi báo cáo lên " + superior.name(), "hệ thống", null);
    }

    /** Reminds the records clerk that the superior has not acknowledged. Repeatable. */
    public void remindAcknowledgement(String campaign) {
        Campaign aggregate = campaigns.campaign(campaign);
        Listed report = report(aggregate);
        UnionUnit issuer = organization.unit(aggregate.issuerId());
        issuer.address(ContactRole.OFFICE, ContactRole.OFFICER, ContactRole.CHAIR)
                .ifPresent(address -> outbox.add(List.of(Notice.of(
                        aggregate.id(),
                        issuer.code(),
                        NoticeKind.ACKNOWLEDGEMENT_OVERDUE,
                        report.id().toString(),
                        address,
                        reportFacts(report)))));
    }

    private Listed report(Campaign campaign) {
        return documents
                .latest(campaign.id(), Kind.REPORT)
                .orElseThrow(() -> DomainException.refused("Báo cáo tổng hợp chưa được cấp số."));
    }

    private static Map<String, Object> reportFacts(Listed report) {
        return Map.of("reportNumber", String.valueOf(report.symbol()), "reportDate", Vietnamese.day(report.issuedOn()));
    }

    private static String address(Map<String, String> addresses, String unit) {
        return java.util.Objects.requireNonNull(addresses.get(unit));
    }
}
