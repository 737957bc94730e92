package vn.tongket.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.statistics.Indicator;

/** How large a figure of a sample is, and how it moves over the years. */
final class SampleSizes {

    private final SampleUnit unit;
    private final SampleGrid grid;
    private final SampleLinks links;
    private final CampaignFile.Period period;

    SampleSizes(SampleUnit unit, SampleGrid grid, SampleLinks links, CampaignFile.Period period) {
        this.unit = unit;
        this.grid = grid;
        this.links = links;
        this.period = period;
    }

    /** What nothing but bounds and drivers decides: so much for each of the driver, a share of the least bound, or its usual size. */
    BigDecimal free(Indicator row, int year) {
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

    /** The number brought between the bounds that are already made. */
    BigDecimal clamp(String code, int year, BigDecimal number) {
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

    double drift(String code, int year) {
        return 1 + unit.between(-0.012, 0.012, code, "drift") * (year - period.toYear());
    }

    private double vary(String code) {
        return unit.between(0.93, 1.07, code, "size");
    }

    double partOfYear(String code, int year) {
        return grid.form().isPartial(code, year) && period.lastYearCutoff() != null
                ? period.lastYearCutoff().getMonthValue() / 12.0
                : 1;
    }

    /** Sums of money in đồng come in whole thousands, as people report them. */
    BigDecimal round(Indicator row, double size) {
        boolean dong = row.unit().startsWith("đồng") && size >= 10_000;
        return dong
                ? BigDecimal.valueOf(Math.round(size / 1000) * 1000)
                : BigDecimal.valueOf(size).setScale(row.fractionDigits(), RoundingMode.HALF_UP);
    }
}
