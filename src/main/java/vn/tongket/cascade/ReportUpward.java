package vn.tongket.cascade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.CampaignTree;
import vn.tongket.campaign.CampaignTree.Above;
import vn.tongket.campaign.Decisions;
import vn.tongket.organization.Organization;
import vn.tongket.report.Progress;
import vn.tongket.report.SubmissionState;
import vn.tongket.report.UnitStatus;
import vn.tongket.shared.TimeConfiguration;

/**
 * The way up of a campaign below its superior's (ADR 33): its report upward is the issuer's own report in the superior's
 * campaign, which the issuer's chair signs there, and which the superior's records clerk registers there.
 */
@Service
@Transactional
public class ReportUpward {

    /** The number in the superior's register, and the day of receipt. */
    public record Receipt(String number, LocalDate receivedOn) {}

    /**
     * How the issuer's report stands in the superior's campaign.
     *
     * @param superior the superior's name
     * @param campaign the superior's campaign, by its code
     * @param receipt null while it is not registered there
     * @param expected whether it can still be sent there
     */
    public record Standing(
            String superior, String campaign, @Nullable Receipt receipt, boolean expected) {}

    private static final Set<SubmissionState> RECEIVED = EnumSet.of(
            SubmissionState.UNDER_REVIEW,
            SubmissionState.RETURNED,
            SubmissionState.ACCEPTED,
            SubmissionState.CONSOLIDATED);

    private static final Set<SubmissionState> NEVER =
            EnumSet.of(SubmissionState.EXEMPT, SubmissionState.NOT_SUBMITTED, SubmissionState.WITHDRAWN);

    private final CampaignService campaigns;
    private final CampaignTree tree;
    private final Organization organization;
    private final Progress progress;
    private final ApplicationEventPublisher events;

    ReportUpward(
            CampaignService campaigns,
            CampaignTree tree,
            Organization organization,
            Progress progress,
            ApplicationEventPublisher events) {
        this.campaigns = campaigns;
        this.tree = tree;
        this.organization = organization;
        this.progress = progress;
        this.events = events;
    }

    /** Hands what the campaign gathered to the issuer's own report; false for a campaign at the top. Repeatable. */
    public boolean hand(String code) {
        Campaign campaign = campaigns.campaign(code);
        Optional<Above> found = tree.above(campaign);
        if (found.isEmpty()) {
            return false;
        }
        if (campaign.state() != CampaignState.REPORTED) {
            Above above = found.get();
            campaigns.become(
                    code,
                    CampaignState.REPORTED,
                    "Chuyển kết quả vào báo cáo của đơn vị gửi "
                            + organization.unit(above.campaign().issuerId()).name(),
                    Decisions.SYSTEM,
                    null);
            events.publishEvent(new ReportedUpward(
                    code,
                    above.campaign().code(),
                    above.unit(),
                    campaign.parentReportId().orElseThrow()));
        }
        return true;
    }

    /** Empty for a campaign at the top. */
    @Transactional(readOnly = true)
    public Optional<Standing> standing(String code) {
        return tree.above(campaigns.campaign(code)).map(above -> {
            UnitStatus report = progress.unit(above.campaign().code(), above.unit());
            return new Standing(
                    organization.unit(above.campaign().issuerId()).name(),
                    above.campaign().code(),
                    receipt(report),
                    above.campaign().state() != CampaignState.CANCELLED && !NEVER.contains(report.state()));
        });
    }

    private static @Nullable Receipt receipt(UnitStatus report) {
        Integer number = report.incomingNumber();
        Instant receivedAt = report.receivedAt();
        return number == null || receivedAt == null || !RECEIVED.contains(report.state())
                ? null
                : new Receipt(number.toString(), LocalDate.ofInstant(receivedAt, TimeConfiguration.ZONE));
    }
}
