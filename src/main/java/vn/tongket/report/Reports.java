package vn.tongket.report;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CategoriesBelow;
import vn.tongket.campaign.Participant;
import vn.tongket.campaign.Participants;
import vn.tongket.organization.Organization;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.FigureForm.Respondent;

/**
 * Finds one unit's report, or the figures of the issuer's office, with all that belongs to it; reads its versions and
 * keeps its returns.
 */
@Component
class Reports {

    /** A report, its campaign and the unit's frozen place in it. */
    record Place(Campaign campaign, Participant participant, Report report) {}

    private static final TypeReference<ReportContent> CONTENT = new TypeReference<>() {};

    private final CampaignService campaigns;
    private final CampaignDefinitions definitions;
    private final Participants participants;
    private final Organization organization;
    private final ReportRepository reports;
    private final Drafts drafts;
    private final ReturnReasonStore reasons;
    private final EntityManager entities;
    private final OwnCampaignTotals ownTotals;
    private final CategoriesBelow categoriesBelow;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reports(
            CampaignService campaigns,
            CampaignDefinitions definitions,
            Participants participants,
            Organization organization,
            ReportRepository reports,
            Drafts drafts,
            ReturnReasonStore reasons,
            EntityManager entities,
            OwnCampaignTotals ownTotals,
            CategoriesBelow categoriesBelow,
            JdbcClient jdbc,
            Clock clock) {
        this.campaigns = campaigns;
        this.definitions = definitions;
        this.participants = participants;
        this.organization = organization;
        this.reports = reports;
        this.drafts = drafts;
        this.reasons = reasons;
        this.entities = entities;
        this.ownTotals = ownTotals;
        this.categoriesBelow = categoriesBelow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Place find(String campaignCode, String unit) {
        Campaign campaign = campaigns.campaign(campaignCode);
        Participant participant = participants.of(campaign.id(), unit);
        Report report = reports.findById(participant.id())
                .orElseThrow(() -> DomainException.notFound("Báo cáo của đơn vị “" + unit + "” chưa được mở."));
        return new Place(campaign, participant, report);
    }

    /** As {@link #find}, for what only units go through: the issuer's own office is none. */
    Place findUnit(String campaign, String unit) {
        Place place = find(campaign, unit);
        if (place.participant().office()) {
            throw DomainException.notFound("Đơn vị “" + unit + "” không tham gia chiến dịch này.");
        }
        return place;
    }

    /**
     * Lets one writer at a time into a report, and none while it is handed on; refused when its state allows no
     * writing.
     */
    void holdWritable(Place place) {
        hold(place);
        place.campaign().state().requireNotWithdrawn();
        place.report().requireWritable();
    }

    /** Nobody else changes the report until this transaction ends. */
    void hold(Place place) {
        entities.refresh(place.report(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Lets one reviewer at a time at a report, and none once it was decided on; refused when it is not in review. */
    void holdReviewed(Place place) {
        hold(place);
        place.report().requireInReview();
    }

    ReportForm form(Place place) {
        Participant participant = place.participant();
        UUID campaign = place.campaign().id();
        return ReportForm.of(
                definitions.of(campaign),
                respondent(participant, campaign),
                participant.leaf() || participant.office() ? null : ownTotals.of(participant.id()));
    }

    private Respondent respondent(Participant participant, UUID campaign) {
        Respondent respondent = new Respondent(
                participant.category(),
                validFrom(participant.unitId()),
                participant.leaf(),
                participant.office() ? participants.byTier(campaign) : null);
        return participant.leaf() || participant.office()
                ? respondent
                : respondent.with(categoriesBelow.of(participant.id()));
    }

    /** What a campaign asks of a unit that takes part in it with that category. */
    ReportForm form(CampaignFile file, String category, boolean leaf, UUID unit) {
        return ReportForm.of(file, new Respondent(category, validFrom(unit), leaf));
    }

    private @Nullable Integer validFrom(UUID unit) {
        return organization.unit(unit).validFrom().map(LocalDate::getYear).orElse(null);
    }

    void numberIncoming(UUID report, int version, int incomingNumber) {
        jdbc.sql("update report_version set incoming_number = ? where report_id = ? and number = ?")
                .params(incomingNumber, report, version)
                .update();
    }

    Optional<ReportVersion> lastVersion(UUID report) {
        return versions(report, "order by number desc limit 1").stream().findFirst();
    }

    Optional<ReportVersion> version(UUID report, int number) {
        return versions(report, "and number = " + number).stream().findFirst();
    }

    /** All of them, the first one first. */
    List<ReportVersion> versions(UUID report) {
        return versions(report, "order by number");
    }

    private List<ReportVersion> versions(UUID report, String which) {
        return jdbc.sql("select * from report_version where report_id = ? " + which)
                .param(report)
                .query((row, i) -> version(row))
                .list();
    }

    /** A row of {@code report_version}. */
    ReportVersion version(ResultSet row) throws SQLException {
        return new ReportVersion(
                row.getInt("number"),
                row.getString("document_number"),
                row.getObject("signed_on", LocalDate.class),
                row.getString("signed_by"),
                row.getTimestamp("sent_at").toInstant(),
                row.getObject("incoming_number", Integer.class),
                row.getString("content_hash"),
                row.getString("hash"),
                drafts.read(row.getString("content"), CONTENT));
    }

    /** The reasons that were collected go out with it. */
    void addReturn(UUID report, int version, LocalDate due, String actor) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into report_return (id, report_id, version, actor, returned_at, due)
                        values (:id, :report, :version, :actor, :at, :due)""")
                .param("id", id)
                .param("report", report)
                .param("version", version)
                .param("actor", actor)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("due", due)
                .update();
        reasons.sendOut(report, id);
    }

    /** The codes of these reports' units. */
    List<String> unitCodes(List<UUID> ids) {
        return jdbc.sql("select unit_code from participant where id in (:ids) order by position")
                .param("ids", ids)
                .query(String.class)
                .list();
    }

    /** The unit took that version back. */
    void addRecall(UUID report, int version) {
        jdbc.sql("insert into report_recall (report_id, version, recalled_at) values (:report, :version, :at)")
                .param("report", report)
                .param("version", version)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .update();
    }

    /** When the unit took that version back, if it did. */
    Optional<Instant> recalledAt(UUID report, int version) {
        return jdbc.sql("select recalled_at from report_recall where report_id = ? and version = ?")
                .params(report, version)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** How often and why it was sent back, newest first. */
    List<ReportReturn> returns(UUID report) {
        return jdbc.sql("select * from report_return where report_id = ? order by version desc, returned_at desc")
                .param(report)
                .query((row, i) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new ReportReturn(
                            id,
                            row.getInt("version"),
                            row.getTimestamp("returned_at").toInstant(),
                            row.getObject("due", LocalDate.class),
                            reasons.of(id));
                })
                .list();
    }

    Instant now() {
        return clock.instant();
    }
}
