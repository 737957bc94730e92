package vn.tongket.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final CampaignFile.Period period;

    private SampleFigures(CampaignFile file, SampleUnit unit, FigureForm form) {
        this.unit = unit;
        this.grid = new SampleGrid(form);
        this.period = file.campaign().period();
        this.links = new SampleLinks(
                form,
                file.rules(),
                file.demoProfile() == null ? Map.of() : file.demoProfile().series());
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
            grid.put(code, year, clamp(code, year, free(row, year)));
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
            return round(row, value.doubleValue() * unit.between(0.9, 1.12, row.code()));
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
                weights.put(part, SampleScale.share(grid.row(part)) * drift(part, year) * unit.between(0.9, 1.1, part));
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
        double rate = unit.between(0.01, 0.03, balance.stock(), year) * partOfYear(balance.stock(), year);
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

    private BigDecimal free(Indicator row, int year) {
        String code = row.code();
        String driver = links.drivers.get(code);
        BigDecimal driving = driver == null ? null : grid.get(driver, year);
        if (driver != null && driving != null) {
            double size = driving.doubleValue() * SampleScale.perOne(row, grid.row(driver));
            return driving.signum() == 0
                    ? BigDecimal.ZERO
                    : round(row, size * vary(code)).max(grid.step(code));
        }
        double least = Double.MAX_VALUE;
        for (String upper : links.uppers.getOrDefault(code, Set.of())) {
            BigDecimal bound = grid.get(upper, year);
            if (bound != null) {
                double share =
                        Math.min(0.985, SampleScale.shareOf(row, grid.row(upper)) * vary(code) * drift(code, year));
                least = Math.min(least, bound.doubleValue() * share);
            }
        }
        if (least < Double.MAX_VALUE) {
            return round(row, least);
        }
        BigDecimal lower = highest(links.lowers.getOrDefault(code, Set.of()), year);
        if (lower != null && row.type() == Indicator.Type.MONEY) {
            return round(row, lower.doubleValue() * Math.max(1.2, SampleScale.share(row)) * vary(code));
        }
        return round(row, alone(row, year) * vary(code));
    }

    private double alone(Indicator row, int year) {
        Indicator.LeafValue leafValue = row.leafValue();
        if (leafValue != null && leafValue.constant() != null) {
            // What one grassroots union has, so many times.
            return leafValue.constant().doubleValue()
                    * Math.round(unit.grassroots() * growth(year, 0.01))
                    / vary(row.code());
        }
        var range = links.ranges.get(row.code());
        if (range != null && range.min() != null && range.max() != null) {
            double min = range.min().doubleValue();
            double max = range.max().doubleValue();
            // Wide ranges only bar slips of the unit: their middle is the geometric one.
            return min > 0 && max / min > 10 ? Math.sqrt(min * max) * growth(year, 0.06) : min + 0.43 * (max - min);
        }
        double size = SampleScale.alone(row, unit, links.lowers.containsKey(row.code()));
        double yearly = row.type() == Indicator.Type.MONEY ? growth(year, 0.06) : growth(year, 0.01);
        boolean flow = row.measure() == Indicator.Measure.FLOW;
        double swing = flow ? unit.between(0.85, 1.15, row.code(), year) * partOfYear(row.code(), year) : 1;
        return size * yearly * swing;
    }

    private BigDecimal clamp(String code, int year, BigDecimal number) {
        BigDecimal clamped = number;
        BigDecimal lower = highest(links.lowers.getOrDefault(code, Set.of()), year);
        if (lower != null) {
            clamped = clamped.max(lower);
        }
        for (String upper : links.uppers.getOrDefault(code, Set.of())) {
            BigDecimal bound = grid.get(upper, year);
            clamped = bound == null ? clamped : clamped.min(bound);
        }
        return clamped;
    }

    private @Nullable BigDecimal highest(Set<String> codes, int year) {
        return codes.stream()
                .map(code -> grid.get(code, year))
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .orElse(null);
    }

    private double growth(int year, double perYear) {
        return 1 / Math.pow(1 + perYear, period.toYear() - year);
    }

    private double drift(String code, int year) {
        return 1 + unit.between(-0.012, 0.012, code, "drift") * (year - period.toYear());
    }

    private double vary(String code) {
        return unit.between(0.93, 1.07, code, "size");
    }

    private double partOfYear(String code, int year) {
        return grid.form().isPartial(code, year) && period.lastYearCutoff() != null
                ? period.lastYearCutoff().getMonthValue() / 12.0
                : 1;
    }

    /** Sums of money in đồng come in whole thousands, as people report them. */
    private BigDecimal round(Indicator row, double size) {
        boolean dong = row.unit().startsWith("đồng") && size >= 10_000;
        return dong
                ? BigDecimal.valueOf(Math.round(size / 1000) * 1000)
                : BigDecimal.valueOf(size).setScale(row.fractionDigits(), RoundingMode.HALF_UP);
    }
}
