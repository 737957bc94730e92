package vn.tongket.report.web;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.CampaignTree;
import vn.tongket.organization.Organization;
import vn.tongket.report.ReportDeadlines;
import vn.tongket.report.ReportDeadlines.Owed;
import vn.tongket.security.CurrentUser;

/** Under which plan of its superior a campaign is carried out, and how its issuer's own report stands there. */
@Component
class SuperiorPlan {

    /**
     * What the page of the campaign below says of it.
     *
     * @param campaign the superior's, by its code
     * @param unit the issuer, as a unit of it
     * @param deadline the issuer's last acceptable day there
     * @param report its report's state in words
     * @param released whether the superior asks for that report no more
     * @param opens whether the person may open that report
     */
    record Line(
            String campaign,
            String union,
            String stateLabel,
            String unit,
            LocalDate deadline,
            String report,
            boolean released,
            boolean opens) {}

    private final CampaignTree tree;
    private final Organization organization;
    private final ReportDeadlines deadlines;

    SuperiorPlan(CampaignTree tree, Organization organization, ReportDeadlines deadlines) {
        this.tree = tree;
        this.organization = organization;
        this.deadlines = deadlines;
    }

    /** Empty for a campaign at the top. */
    Optional<Line> of(Campaign campaign, CurrentUser user) {
        return tree.above(campaign).map(above -> {
            Owed owed = deadlines.of(above.campaign().code(), above.unit());
            return new Line(
                    above.campaign().code(),
                    organization.unit(above.campaign().issuerId()).name(),
                    above.campaign().state().label(),
                    above.unit(),
                    owed.deadline(),
                    owed.state().label(),
                    above.campaign().state() == CampaignState.CANCELLED
                            || owed.state().isReleased(),
                    user.worksFor(above.unit()));
        });
    }
}
