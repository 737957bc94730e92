package vn.tongket.rollup;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CountedAgain;
import vn.tongket.campaign.CountedElsewhere;
import vn.tongket.report.OfficeFiguresClosed;
import vn.tongket.report.OfficeFiguresReopened;
import vn.tongket.report.ReportAccepted;
import vn.tongket.report.ReportRecalled;
import vn.tongket.report.ReportRegistered;
import vn.tongket.report.ReportReturned;
import vn.tongket.report.SentFigures;

/**
 * Follows the reports, in their transactions: a registered one counts, one that was returned or taken back does not.
 * After the lock one that was let in late counts once it is accepted. The issuer's own office counts while it is closed.
 */
@Component
class RollUpListener {

    private final CampaignService campaigns;
    private final SentFigures figures;
    private final ContributionMaker maker;
    private final Contributions contributions;

    RollUpListener(
            CampaignService campaigns, SentFigures figures, ContributionMaker maker, Contributions contributions) {
        this.campaigns = campaigns;
        this.figures = figures;
        this.maker = maker;
        this.contributions = contributions;
    }

    @EventListener
    void on(ReportRegistered event) {
        if (isCollecting(event.campaign())) {
            contributions.put(List.of(maker.of(figures.of(event.campaign(), event.unit(), event.version()))));
        }
    }

    @EventListener
    void on(ReportAccepted event) {
        if (!isCollecting(event.campaign())) {
            contributions.put(List.of(maker.of(figures.last(event.campaign(), event.unit()))));
        }
    }

    @EventListener
    void on(ReportReturned event) {
        contributions.remove(event.campaign(), event.unit());
    }

    @EventListener
    void on(ReportRecalled event) {
        contributions.remove(event.campaign(), event.unit());
    }

    @EventListener
    void on(OfficeFiguresClosed event) {
        contributions.put(List.of(maker.of(figures.of(event.campaign(), event.unit(), event.version()))));
    }

    @EventListener
    void on(OfficeFiguresReopened event) {
        contributions.remove(event.campaign(), event.unit());
    }

    @EventListener
    void on(CountedElsewhere event) {
        contributions.addUpBlocksOf(event.campaign(), event.units());
    }

    @EventListener
    void on(CountedAgain event) {
        contributions.addUpBlocksOf(event.campaign(), event.units());
    }

    private boolean isCollecting(String campaign) {
        return campaigns.campaign(campaign).state().isCollecting();
    }
}
