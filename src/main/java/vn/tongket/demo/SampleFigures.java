package vn.tongket.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.DemoProfile.Series;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.Indicator;

/**
 * Figures for a demonstration: every required cell filled, every rule of the campaign kept, the same for the same unit
 * each time. Made from the definition alone: rows in the order in which they follow from each other, then mended with
 * the cross-checks (formats.md, Demo).
 */
public final class SampleFigures {

    private final SampleUnit unit;
    private final SampleGrid grid;
    private final SampleLinks links;
    private final SampleSizes sizes;

    private SampleFigures(CampaignFile file, SampleUnit unit, FigureForm form) {
        this.unit = unit;
        this.grid = new SampleGrid(form);
        this.links = new SampleLinks(
                form,
                file.rules(),
                file.demoProfile() == null ? Map.of() : file.demoProfile().series());
        this.sizes = new SampleSizes(unit, grid, links, file.campaign().period());
    }

    /** Figures by indicator and year, decimals as strings, for a unit of that size in the period's last year. */
    public static Map<String, Map<String, String>> of(
            CampaignFile file,
            String unitCode,
            String category,
            int workers,
            int grassroots,
            boolean leaf,
            @Nullable Integer validFromYear) {
        FigureForm form = FigureForm.of(
                file.appendices(),
                new Respondent(category, validFromYear, leaf),
                file.campaign().period().lastYearCutoff());
        SampleUnit unit = new SampleUnit(unitCode, Math.max(1, workers), Math.max(1, grassroots));
        SampleFigures sample = new SampleFigures(file, unit, form);
        sample.links.order().forEach(code -> form.years(code).forEach(year -> sample.fill(code, year)));
        new SampleRepair(sample.grid, file.rules()).mend();
        return sample.grid.figures().toMap();
    }

    private void fill(String code, int year) {
        if (!grid.isOpen(code, year) || grid.get(code, year) != null) {
            return;
        }
        Indicator row = grid.row(code);
        Series series = links.series.get(code);
        SampleLinks.Sum sum = links.sums.get(code);
        SampleLinks.Balance balance = links.balances.get(code);
        BigDecimal copied = copied(row, year);
        if (series != null) {
            grid.put(code, year, fromSeries(row, series, year));
        } else if (copied != null) {
            grid.put(code, year, copied);
        } else if (sum != null && grid.get(sum.total(), year) != null) {
            split(sum, year);
        } else if (balance != null) {
            flows(balance, year);
        } else {
            grid.put(code, year, sizes.clamp(code, year, sizes.free(row, year)));
        }
    }

    private BigDecimal fromSeries(Indicator row, Series series, int year) {
        if (series.shareOf() != null && series.share() != null) {
            BigDecimal whole = grid.get(series.shareOf(), year);
            double vary = series.share().doubleValue() > 0.9 ? 1 : unit.between(0.96, 1.04, row.code());
            return whole == null
                    ? BigDecimal.ZERO
                    : whole.multiply(series.share()).multiply(BigDecimal.valueOf(vary));
        }
        if (series.values() != null) {
            BigDecimal value = series.values().getOrDefault(year, BigDecimal.ZERO);
            return sizes.round(row, value.doubleValue() * unit.between(0.9, 1.12, row.code()));
        }
        int size = "grassroots".equals(series.from()) ? unit.grassroots() : unit.workers();
        BigDecimal index =
                series.index() == null ? BigDecimal.ONE : series.index().getOrDefault(year, BigDecimal.ONE);
        return index.multiply(BigDecimal.valueOf(size));
    }

    private @Nullable BigDecimal copied(Indicator row, int year) {
        Indicator.LeafValue otherwise = grid.form().defaultOf(row);
        return otherwise == null || otherwise.copy() == null ? null : grid.get(otherwise.copy(), year);
    }

    /** What the parts already made leave of the total goes to the others by their usual shares, which drift slowly. */
    private void split(SampleLinks.Sum sum, int year) {
        BigDecimal rest = Objects.requireNonNull(grid.get(sum.total(), year));
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : sum.parts()) {
            BigDecimal made = grid.get(part, year);
            if (made != null) {
                rest = rest.subtract(made);
            } else if (grid.isOpen(part, year)) {
                weights.put(
                        part,
                        SampleScale.share(grid.row(part)) * sizes.drift(part, year) * unit.between(0.9, 1.1, part));
            }
        }
        grid.split(rest.max(BigDecimal.ZERO), weights, year);
    }

    /** Growth and some coming and going, so that opening + plus − minus = closing. */
    private void flows(SampleLinks.Balance balance, int year) {
        BigDecimal closing = grid.get(balance.stock(), year);
        BigDecimal opening = grid.get(balance.stock(), year - 1);
        if (closing == null) {
            return;
        }
        BigDecimal growth = opening == null ? BigDecimal.ZERO : closing.subtract(opening);
        double rate = unit.between(0.01, 0.03, balance.stock(), year) * sizes.partOfYear(balance.stock(), year);
        BigDecimal moved = closing.multiply(BigDecimal.valueOf(rate)).setScale(0, RoundingMode.DOWN);
        share(growth.max(BigDecimal.ZERO).add(moved), balance.plus(), year);
        share(growth.negate().max(BigDecimal.ZERO).add(moved), balance.minus(), year);
    }

    private void share(BigDecimal number, List<String> flows, int year) {
        Map<String, Double> weights = new LinkedHashMap<>();
        flows.stream().filter(flow -> grid.isOpen(flow, year)).forEach(flow -> weights.put(flow, 1.0));
        if (!weights.isEmpty()) {
            grid.split(number, weights, year);
        }
    }
}
