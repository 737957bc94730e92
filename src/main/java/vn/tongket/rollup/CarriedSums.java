package vn.tongket.rollup;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.report.OwnCampaignTotals;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Fraction;
import vn.tongket.statistics.RollUp;

/** The carried sums as cross-checks take them. */
@Component
class CarriedSums implements OwnCampaignTotals {

    private record Sums(UUID campaign, @Nullable BigDecimal[] amounts) {}

    private final JdbcClient jdbc;
    private final CampaignDefinitions definitions;

    CarriedSums(JdbcClient jdbc, CampaignDefinitions definitions) {
        this.jdbc = jdbc;
        this.definitions = definitions;
    }

    @Override
    public @Nullable RollUp of(UUID report) {
        return jdbc.sql("""
                        select r.campaign_id, c.amounts from carried c join report r on r.id = c.report_id
                        where c.report_id = ?""")
                .param(report)
                .query((row, i) -> new Sums(row.getObject("campaign_id", UUID.class), (BigDecimal[])
                        row.getArray("amounts").getArray()))
                .optional()
                .map(this::rollUp)
                .orElse(null);
    }

    private RollUp rollUp(Sums sums) {
        CellOrder order = CellOrder.of(definitions.of(sums.campaign()));
        Map<String, Map<Integer, Cell>> cells = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            CellOrder.Slot slot = order.slots().get(i);
            BigDecimal amount = sums.amounts()[i];
            if (amount != null && slot.row().unitAgg().op().equals("sum")) {
                cells.computeIfAbsent(slot.row().code(), row -> new HashMap<>())
                        .put(slot.year(), Cell.of(Fraction.of(amount)));
            }
        }
        return new RollUp(cells);
    }
}
