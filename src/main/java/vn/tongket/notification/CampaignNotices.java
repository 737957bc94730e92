package vn.tongket.notification;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.Decisions;
import vn.tongket.document.Documents;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.Documents.Listed;
import vn.tongket.mail.MailDelivery;
import vn.tongket.notification.Circulars.Circular;
import vn.tongket.organization.ContactRole;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionUnit;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/** Who is written to, and what about. Each notice is a row first; mail follows from the rows. */
@Service
@Transactional
public class CampaignNotices {

    private final Outbox outbox;
    private final MailDelivery mail;
    private final Circulars circulars;
    private final CampaignService campaigns;
    private final Organization organization;
    private final Documents documents;

    CampaignNotices(
            Outbox outbox,
            MailDelivery mail,
            Circulars circulars,
            CampaignService campaigns,
            Organization organization,
            Documents documents) {
        this.outbox = outbox;
        this.mail = mail;
        this.circulars = circulars;
        this.campaigns = campaigns;
        this.organization = organization;
        this.documents = documents;
    }

    /** All notices of a campaign with their fate, oldest first. */
    @Transactional(readOnly = true)
    public List<Notice.Logged> log(String campaign) {
        return outbox.of(campaigns.campaign(campaign).id());
    }

    /** The plan goes to units whose reports were opened. */
    public void sendPlan(String campaign, List<String> units) {
        Campaign aggregate = campaigns.campaign(campaign);
        String deadline = Vietnamese.day(campaigns.lastAcceptableDay(aggregate));
        circulars.toUnits(
                new Circular(aggregate.id(), NoticeKind.PLAN_ISSUED, "1", Map.of("deadline", deadline)), units);
    }

    /** Those who still owe learn of the new deadline. */
    public void announceDeadline(String campaign, LocalDate from, LocalDate to) {
        UUID id = campaigns.campaign(campaign).id();
        Map<String, Object> details = Map.of("deadline", Vietnamese.day(to), "oldDeadline", Vietnamese.day(from));
        circulars.toOwing(new Circular(id, NoticeKind.DEADLINE_MOVED, to.toString(), details));
    }

    /** All to whom the plan went learn that it was taken back. */
    public void announceWithdrawal(String campaign, String reason) {
        UUID id = campaigns.campaign(campaign).id();
        circulars.toOpened(new Circular(id, NoticeKind.PLAN_WITHDRAWN, "1", Map.of("reason", reason)));
    }

    /** To one unit's officer. */
    void sendToUnit(String campaign, String unit, NoticeKind kind, String occasion, Map<String, Object> details) {
        circulars.toUnits(new Circular(campaigns.campaign(campaign).id(), kind, occasion, details), List.of(unit));
    }

    /** The required participants' chairs sit on the Executive Committee: they are invited. */
    public void invite(String campaign, int round, LocalDateTime at, String place, String agenda) {
        UUID id = campaigns.campaign(campaign).id();
        Map<String, Object> details = Map.of("conferenceTime", Vietnamese.minute(at), "place", place, "agenda", agenda);
        circulars.toChairs(new Circular(id, NoticeKind.INVITATION, "round " + round, details));
    }

    /** Hands the report to the superior's mail server now; throws when that fails, sends once however often called. */
    public void sendReportUpward(String campaign) {
        Campaign aggregate = campaigns.campaign(campaign);
        UnionUnit superior = campaigns.superior(campaign);
        String address = superior.address(ContactRole.OFFICE, ContactRole.OFFICER, ContactRole.CHAIR)
                .orElseThrow(() -> DomainException.refused(superior.name() + " chưa có địa chỉ thư điện tử."));
        Listed report = report(aggregate);
        Notice notice = Notice.of(
                aggregate.id(), null, NoticeKind.REPORT_UPWARD, report.id().toString(), reportFacts(report));
        if (mail.handOver(outbox.add(notice, ContactRole.OFFICE, address))) {
            campaigns.become(
                    campaign, CampaignState.REPORTED, "Gửi báo cáo lên " + superior.name(), Decisions.SYSTEM, null);
        }
    }

    /** Reminds the records clerk that the superior has not acknowledged. Repeatable. */
    public void remindAcknowledgement(String campaign) {
        Listed report = report(campaigns.campaign(campaign));
        tellIssuer(
                campaign,
                campaigns.issuer(campaign),
                NoticeKind.ACKNOWLEDGEMENT_OVERDUE,
                report.id().toString(),
                reportFacts(report));
    }

    /** To the issuer's own office, about a unit; silent where it has no address. */
    void tellIssuer(String campaign, String unit, NoticeKind kind, String occasion, Map<String, Object> details) {
        Campaign aggregate = campaigns.campaign(campaign);
        organization
                .unit(aggregate.issuerId())
                .address(ContactRole.OFFICE, ContactRole.OFFICER, ContactRole.CHAIR)
                .ifPresent(address -> outbox.add(
                        Notice.of(aggregate.id(), unit, kind, occasion, details), ContactRole.OFFICE, address));
    }

    private Listed report(Campaign campaign) {
        return documents
                .latest(campaign.id(), Kind.REPORT)
                .orElseThrow(() -> DomainException.refused("Báo cáo tổng hợp chưa được cấp số."));
    }

    private static Map<String, Object> reportFacts(Listed report) {
        return Map.of("reportNumber", String.valueOf(report.symbol()), "reportDate", Vietnamese.day(report.issuedOn()));
    }
}
