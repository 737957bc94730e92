package vn.tongket.rollup;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;

/** Carries the totals of a union's own campaign into its report upward (formats.md, Figures and Roll-up). */
@Service
@Transactional
public class Carrying {

    /** What lies in the draft: from which campaign, since when, and each figure as it was put there. */
    public record InDraft(UUID campaign, Instant takenAt, String takenBy, Map<String, Map<String, String>> cells) {}

    private final RollUps rollUps;
    private final CampaignDefinitions definitions;
    private final CarriedStore store;
    private final Clock clock;

    Carrying(RollUps rollUps, CampaignDefinitions definitions, CarriedStore store, Clock clock) {
        this.rollUps = rollUps;
        this.definitions = definitions;
        this.store = store;
        this.clock = clock;
    }

    /** What was carried into that report, if anything was. */
    @Transactional(readOnly = true)
    public Optional<InDraft> inDraft(UUID report) {
        return store.of(report)
                .map(carried -> new InDraft(carried.campaign(), carried.takenAt(), carried.takenBy(), carried.cells()));
    }

    /**
     * The figures that the union's own campaign gives for its report upward as it stands now: each cell that the report's
     * form lets it fill in, rounded to what may be typed; a total without value is left out.
     */
    @Transactional(readOnly = true)
    public Map<String, Map<String, String>> figures(Campaign own, FigureForm form) {
        return figures(rollUps.of(own.code()), form);
    }

    /** Keeps the totals of the union's own campaign as those in the draft of that report; answers its figures. */
    public Map<String, Map<String, String>> carry(
            UUID report, UUID superior, Campaign own, FigureForm form, String actor) {
        Totals totals = rollUps.of(own.code());
        Map<String, Map<String, String>> cells = figures(totals, form);
        CellOrder order = CellOrder.of(definitions.of(superior));
        TotalRow[] rows = order.slots().stream()
                .map(slot -> totals.row(slot.row().code(), slot.year()))
                .toArray(TotalRow[]::new);
        UnitCounts counts = new UnitCounts(
                counts(rows, TotalRow::expected),
                counts(rows, TotalRow::reporting),
                counts(rows, TotalRow::noData),
                counts(rows, TotalRow::notApplicable));
        store.save(new CarriedTotals(
                report,
                own.id(),
                clock.instant(),
                actor,
                Arrays.stream(rows).map(TotalRow::amount).toArray(BigDecimal[]::new),
                Arrays.stream(rows).map(TotalRow::weight).toArray(BigDecimal[]::new),
                counts,
                cells));
        return cells;
    }

    private interface Count {
        int of(TotalRow row);
    }

    private static Integer[] counts(TotalRow[] rows, Count count) {
        return Arrays.stream(rows).map(count::of).toArray(Integer[]::new);
    }

    private static Map<String, Map<String, String>> figures(Totals totals, FigureForm form) {
        Map<String, Map<String, String>> cells = new TreeMap<>();
        for (Indicator row : form.indicators()) {
            if (row.computed() || row.unitAgg().op().equals("none")) {
                continue;
            }
            Map<String, String> years = new TreeMap<>();
            for (int year : form.years(row.code())) {
                String figure =
                        form.isClosed(row, year) ? null : figure(totals.sheet().cell(row.code(), year), row);
                if (figure != null) {
                    years.put(String.valueOf(year), figure);
                }
            }
            if (!years.isEmpty()) {
                cells.put(row.code(), years);
            }
        }
        return cells;
    }

    private static @Nullable String figure(Cell total, Indicator row) {
        return switch (total.state()) {
            case NUMBER, NOTHING, NO_DATA, NOT_APPLICABLE -> total.canonical(row.fractionDigits());
            case BLANK, TEXT, UNDEFINED -> null;
        };
    }
}
