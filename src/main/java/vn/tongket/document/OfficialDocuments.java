package vn.tongket.document;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.Decisions;
import vn.tongket.document.Documents.Draft;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.Documents.Number;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionUnit;
import vn.tongket.report.ReportService;
import vn.tongket.shared.DomainException;

/** Issues the campaign's official documents with numbers from the yearly register. */
@Service
@Transactional
public class OfficialDocuments {

    private static final Pattern PLAN_KIND = Pattern.compile("(?<!\\p{L})KH(?!\\p{L})");

    /** What the form proposes: the next free number of the year, today, the signer. */
    public record Proposal(int number, LocalDate date, String signer) {}

    private final CampaignService campaigns;
    private final ReportService reports;
    private final Organization organization;
    private final PlanDocuments plans;
    private final ConsolidatedReportDocument consolidated;
    private final Dossier dossier;
    private final Documents documents;
    private final NumberRegister register;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final Clock clock;

    OfficialDocuments(
            CampaignService campaigns,
            ReportService reports,
            Organization organization,
            PlanDocuments plans,
            ConsolidatedReportDocument consolidated,
            Dossier dossier,
            Documents documents,
            NumberRegister register,
            Decisions decisions,
            JdbcClient jdbc,
            Clock clock) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.organization = organization;
        this.plans = plans;
        this.consolidated = consolidated;
        this.dossier = dossier;
        this.documents = documents;
        this.register = register;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Proposal proposePlan(String campaign) {
        Campaign aggregate = campaigns.campaign(campaign);
        return proposal(aggregate, series(aggregate.plan().numberPattern()), "");
    }

    /** Numbers and issues the plan and freezes the participants; refuses a number that is taken. */
    public void issuePlan(String campaign, int number, LocalDate date, String signer, String actor) {
        if (signer.isBlank()) {
            throw DomainException.refused("Cần ghi họ tên người ký kế hoạch.");
        }
        requireNotInFuture(date);
        Campaign aggregate = campaigns.campaign(campaign);
        String pattern = aggregate.plan().numberPattern();
        Number taken = take(aggregate, series(pattern), pattern, number, date);
        campaigns.issue(campaign, taken.symbol(), date, signer, actor);
        plans.store(campaigns.campaign(campaign), taken, date);
    }

    /** Gives a sent report its incoming number and time of receipt. Repeatable. */
    public void registerIncoming(String campaign, String unit) {
        UUID receiver = campaigns.campaign(campaign).issuerId();
        int year = LocalDate.now(clock).getYear();
        reports.register(campaign, unit, () -> register.draw(receiver, NumberRegister.INCOMING, year));
        jdbc.sql("""
                        insert into incoming_document
                            (receiver_id, year, number, campaign_id, unit_code, report_version, received_at)
                        select :receiver, :year, v.incoming_number, r.campaign_id, p.unit_code, v.number, v.sent_at
                        from participant p join report r on r.id = p.id join report_version v on v.report_id = r.id
                        where p.campaign_id = (select id from campaign where code = :campaign)
                            and p.unit_code = :unit and v.incoming_number is not null
                        on conflict do nothing""")
                .param("receiver", receiver)
                .param("year", year)
                .param("campaign", campaign)
                .param("unit", unit)
                .update();
    }

    public void signReport(String campaign, String signer, String actor) {
        if (signer.isBlank()) {
            throw DomainException.refused("Cần ghi họ tên người ký báo cáo.");
        }
        Campaign aggregate = campaigns.campaign(campaign);
        jdbc.sql("""
                        insert into report_upward (campaign_id, signer, signed_at) values (?, ?, ?)
                        on conflict (campaign_id) do update set signer = excluded.signer,
                            signed_at = excluded.signed_at""")
                .params(aggregate.id(), signer, Timestamp.from(clock.instant()))
                .update();
        decisions.record(aggregate.id(), null, "Ký báo cáo tổng hợp", actor, signer);
    }

    public Proposal proposeReport(String campaign) {
        Campaign aggregate = campaigns.campaign(campaign);
        return proposal(
                aggregate,
                series(reportPattern(aggregate)),
                signer(aggregate.id()).orElse(""));
    }

    /** Numbers the signed report and renders it; refuses a number that is taken. */
    public void issueReport(String campaign, int number, LocalDate date, String actor) {
        requireNotInFuture(date);
        Campaign aggregate = campaigns.campaign(campaign);
        String signer =
                signer(aggregate.id()).orElseThrow(() -> DomainException.refused("Báo cáo tổng hợp chưa được ký."));
        String pattern = reportPattern(aggregate);
        Number taken = take(aggregate, series(pattern), pattern, number, date);
        UUID id = documents.store(new Draft(
                aggregate.id(),
                aggregate.issuerId(),
                Kind.REPORT,
                taken,
                date,
                "Báo cáo " + aggregate.title(),
                DocumentText.fileName("Báo cáo", taken.symbol(), "docx"),
                Documents.WORD,
                consolidated.write(aggregate, taken.symbol(), date, signer)));
        jdbc.sql("update report_upward set document_id = ? where campaign_id = ?")
                .params(id, aggregate.id())
                .update();
        decisions.record(aggregate.id(), null, "Cấp số báo cáo " + taken.symbol(), actor, null);
    }

    /** The superior's incoming number and date. */
    public void acknowledge(String campaign, String incomingNumber, LocalDate receivedOn, String actor) {
        if (incomingNumber.isBlank()) {
            throw DomainException.refused("Cần ghi số đến của cấp trên.");
        }
        requireNotInFuture(receivedOn);
        Campaign aggregate = campaigns.campaign(campaign);
        jdbc.sql("update report_upward set incoming_number = ?, received_on = ? where campaign_id = ?")
                .params(incomingNumber, receivedOn, aggregate.id())
                .update();
        decisions.record(aggregate.id(), null, "Cấp trên xác nhận đã nhận", actor, incomingNumber);
    }

    /** Closes the dossier. Repeatable. */
    public void archive(String campaign) {
        Campaign aggregate = campaigns.campaign(campaign);
        if (aggregate.state() == CampaignState.ARCHIVED) {
            return;
        }
        campaigns.become(campaign, CampaignState.ARCHIVED, "Lưu hồ sơ", Decisions.SYSTEM, null);
        dossier.close(aggregate);
    }

    private Proposal proposal(Campaign campaign, String series, String signer) {
        LocalDate today = LocalDate.now(clock);
        return new Proposal(register.next(campaign.issuerId(), series, today.getYear()), today, signer);
    }

    private Number take(Campaign campaign, String series, String pattern, int number, LocalDate date) {
        register.take(campaign.issuerId(), series, date.getYear(), number);
        return new Number(series, date.getYear(), number, LetterHead.number(pattern, number));
    }

    private Optional<String> signer(UUID campaign) {
        List<String> signers = jdbc.sql("select signer from report_upward where campaign_id = ?")
                .param(campaign)
                .query(String.class)
                .list();
        return signers.stream().findFirst();
    }

    /** The plan's symbol names the issuer; the report's differs in the kind: {@code {so}/BC-CĐXD}. */
    private String reportPattern(Campaign campaign) {
        String plan = campaign.plan().numberPattern();
        String report = PLAN_KIND.matcher(plan).replaceFirst("BC");
        UnionUnit issuer = organization.unit(campaign.issuerId());
        return report.equals(plan) ? "{so}/BC-" + issuer.abbr().orElse(issuer.code()) : report;
    }

    /** The part behind the number, {@code KH-CĐXD}: each kind of document has a series of its own. */
    private static String series(String pattern) {
        return pattern.replace("{so}", "").replaceAll("^[-/\\s]+", "");
    }

    private void requireNotInFuture(LocalDate date) {
        if (date.isAfter(LocalDate.now(clock))) {
            throw DomainException.refused("Ngày văn bản không được sau hôm nay.");
        }
    }
}
