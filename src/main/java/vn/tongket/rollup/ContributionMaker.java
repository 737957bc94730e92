package vn.tongket.rollup;

import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.report.SentFigures.Sent;

/** Makes of a version's figures what they add to the totals. */
@Component
class ContributionMaker {

    private final CampaignDefinitions definitions;

    ContributionMaker(CampaignDefinitions definitions) {
        this.definitions = definitions;
    }

    Contribution of(Sent sent) {
        CellOrder order = CellOrder.of(definitions.of(sent.campaign()));
        UnitCells cells = UnitCells.of(sent.sheet(), order);
        return new Contribution(
                sent.report(),
                sent.campaign(),
                sent.version(),
                Contribution.blockOf(sent.participant().position()),
                cells.amounts(),
                cells.weights(),
                cells.states(),
                null);
    }
}
