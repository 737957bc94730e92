package vn.tongket.rollup;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.report.SentFigures.Sent;

/** Makes of a version's figures what they add to the totals. */
@Component
class ContributionMaker {

    private final CampaignDefinitions definitions;
    private final CarriedStore carried;

    ContributionMaker(CampaignDefinitions definitions, CarriedStore carried) {
        this.definitions = definitions;
        this.carried = carried;
    }

    Contribution of(Sent sent) {
        CellOrder order = CellOrder.of(definitions.of(sent.campaign()));
        UnitCells cells = UnitCells.of(sent.sheet(), order);
        UnitCounts counts = counts(sent, cells, order);
        return new Contribution(
                sent.report(),
                sent.campaign(),
                sent.version(),
                Contribution.blockOf(sent.participant().position()),
                cells.amounts(),
                cells.weights(),
                cells.states(),
                counts);
    }

    /** Null where the report stands for one unit. */
    private @Nullable UnitCounts counts(Sent sent, UnitCells cells, CellOrder order) {
        if (sent.participant().office()) {
            return UnitCounts.nobody(order.size());
        }
        return sent.participant().leaf()
                ? null
                : carried.of(sent.report())
                        .map(totals -> take(totals, cells, sent, order))
                        .orElse(null);
    }

    /**
     * A mean that was not overwritten goes on as the sums that it came from; counts, and how many units give one side of
     * a quotient only, are always those below.
     */
    private static UnitCounts take(CarriedTotals totals, UnitCells cells, Sent sent, CellOrder order) {
        for (int i = 0; i < order.size(); i++) {
            CellOrder.Slot slot = order.slots().get(i);
            String row = slot.row().code();
            if (slot.row().unitAgg().op().equals("weighted_mean")
                    && !slot.isPeriod()
                    && Objects.equals(sent.sheet().figures().get(row, slot.year()), totals.cell(row, slot.year()))) {
                cells.amounts()[i] = totals.amounts()[i];
                cells.weights()[i] = totals.weights()[i];
            }
            if (slot.row().unitAgg().op().equals("ratio") && totals.amounts()[i] != null) {
                cells.amounts()[i] = totals.amounts()[i];
            }
        }
        return totals.counts();
    }
}
