package vn.tongket.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignFile.FocalDepartment;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Decisions;
import vn.tongket.campaign.PlanDocument.Signature;
import vn.tongket.document.Documents.Draft;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.Documents.Listed;
import vn.tongket.document.Documents.Number;
import vn.tongket.document.UrgingLetterWriter.Addressee;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionUnit;
import vn.tongket.report.SubmissionState;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/** The numbered letters that urge unions whose report is overdue: one to all of them for each day of a campaign. */
@Service
@Transactional
public class UrgingLetters {

    /** A letter as it went out, and the day until which it asks for the report. */
    public record Letter(UUID document, String symbol, LocalDate date, LocalDate newDeadline) {}

    private final CampaignService campaigns;
    private final Organization organization;
    private final WorkingCalendar calendar;
    private final LetterHeads heads;
    private final Documents documents;
    private final NumberRegister register;
    private final Decisions decisions;
    private final UrgingLetterSettings settings;
    private final JdbcClient jdbc;

    UrgingLetters(
            CampaignService campaigns,
            Organization organization,
            WorkingCalendar calendar,
            LetterHeads heads,
            Documents documents,
            NumberRegister register,
            Decisions decisions,
            UrgingLetterSettings settings,
            JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.organization = organization;
        this.calendar = calendar;
        this.heads = heads;
        this.documents = documents;
        this.register = register;
        this.decisions = decisions;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /**
     * Numbers, writes and stores the letter of that day to those of these units (by code) that still owe; part of the
     * caller's transaction. A second call for the day answers the letter that is there. Empty when none of them owes.
     */
    public Optional<Letter> issue(String campaign, LocalDate day, Collection<String> units) {
        Campaign aggregate = campaigns.campaign(campaign);
        // Whoever comes second waits here and then finds the letter: no number is drawn for nothing.
        // Not the campaign's row: whoever sends a report holds that.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('urging letter ' || ?, 0))")
                .param(aggregate.id().toString())
                .query()
                .singleRow();
        Optional<Letter> there = of(campaign, day);
        if (there.isPresent()) {
            return there;
        }
        List<Addressee> addressees = owing(aggregate, units);
        return addressees.isEmpty() ? Optional.empty() : Optional.of(write(aggregate, day, addressees));
    }

    /** The letter of that day. */
    @Transactional(readOnly = true)
    public Optional<Letter> of(String campaign, LocalDate day) {
        return documents.of(campaigns.campaign(campaign).id()).stream()
                .filter(document -> document.kind() == Kind.URGING_LETTER
                        && document.issuedOn().equals(day))
                .findFirst()
                .map(document -> letter(campaign, document));
    }

    /** That letter, or the latest one when {@code document} is null. */
    @Transactional(readOnly = true)
    public Optional<Letter> find(String campaign, @Nullable UUID document) {
        return documents.of(campaigns.campaign(campaign).id()).stream()
                .filter(listed -> listed.kind() == Kind.URGING_LETTER)
                .filter(listed -> document == null || listed.id().equals(document))
                .reduce((earlier, later) -> later)
                .map(listed -> letter(campaign, listed));
    }

    private Letter letter(String campaign, Listed document) {
        return new Letter(
                document.id(),
                String.valueOf(document.symbol()),
                document.issuedOn(),
                newDeadline(campaign, document.issuedOn()));
    }

    /** So many working days after the letter, but not after the lock. */
    private LocalDate newDeadline(String campaign, LocalDate date) {
        LocalDate day = calendar.plus(date, settings.days());
        return campaigns
                .milestone(campaign, "lock")
                .filter(lock -> lock.isAfter(date) && lock.isBefore(day))
                .orElse(day);
    }

    private Letter write(Campaign campaign, LocalDate day, List<Addressee> addressees) {
        UnionUnit issuer = organization.unit(campaign.issuerId());
        FocalDepartment department =
                campaigns.definition(campaign.code()).campaign().focalDepartment();
        String series = issuer.abbr().orElse(issuer.code()) + "-" + department.code();
        int drawn = register.draw(issuer.id(), series, day.getYear());
        Number number = new Number(series, day.getYear(), drawn, LetterHead.number("{so}/" + series, drawn));
        String subject = Vietnamese.midSentence(campaign.shortTitle());
        UUID id = documents.store(new Draft(
                campaign.id(),
                issuer.id(),
                Kind.URGING_LETTER,
                number,
                day,
                "V/v đôn đốc gửi báo cáo " + subject,
                DocumentText.fileName("Công văn", number.symbol(), "docx"),
                Documents.WORD,
                UrgingLetterWriter.write(new UrgingLetterWriter.Letter(
                        heads.of(issuer, number.symbol(), day),
                        subject,
                        plan(campaign),
                        department.name(),
                        addressees,
                        newDeadline(campaign.code(), day),
                        signature(campaign, department),
                        List.of(
                                "Như trên",
                                "Thường trực " + issuer.name() + " (để báo cáo)",
                                "Lưu: VT, " + department.code())))));
        decisions.record(
                campaign.id(),
                null,
                "Phát hành Công văn đôn đốc " + number.symbol(),
                Decisions.SYSTEM,
                "Gửi " + Vietnamese.count(addressees.size()) + " đơn vị");
        return new Letter(id, number.symbol(), day, newDeadline(campaign.code(), day));
    }

    private static String plan(Campaign campaign) {
        LocalDate date = campaign.plan().date();
        if (date == null) {
            throw DomainException.refused("Kế hoạch chưa ban hành, chưa đôn đốc được.");
        }
        return "Kế hoạch số %s %s".formatted(campaign.plan().number(), Vietnamese.longDate(date));
    }

    private Signature signature(Campaign campaign, FocalDepartment department) {
        Signature plan = campaign.plan().signature();
        return switch (settings.signed()) {
            case ON_BEHALF -> plan;
            case BY_ORDER ->
                new Signature(
                        plan.authority().replaceFirst("^TM\\.", "TL."),
                        "TRƯỞNG " + DocumentText.upper(department.name()),
                        settings.signer());
        };
    }

    private List<Addressee> owing(Campaign campaign, Collection<String> units) {
        return jdbc.sql("""
                        select p.unit_name, owed_by(r.resend_by, r.extended_to, :common) as deadline, r.state
                        from participant p join report r on r.id = p.id
                        where p.campaign_id = :campaign and not p.office and p.unit_code = any(:units)
                            and r.state = any(:states)
                        order by p.position""")
                .param("common", campaigns.lastAcceptableDay(campaign))
                .param("campaign", campaign.id())
                .param("units", units.toArray(String[]::new))
                .param("states", SubmissionState.OWING.stream().map(Enum::name).toArray(String[]::new))
                .query((row, i) -> new Addressee(
                        row.getString("unit_name"),
                        row.getObject("deadline", LocalDate.class),
                        SubmissionState.valueOf(row.getString("state")).label()))
                .list();
    }
}
