package vn.tongket.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.RollUp;

/** The totals of a union's own campaign, which its report upward is checked against; whoever adds up gives them. */
public interface OwnCampaignTotals {

    /** Those carried into that report; null where the union has no locked campaign of its own. */
    @Nullable
    RollUp of(UUID report);
}
