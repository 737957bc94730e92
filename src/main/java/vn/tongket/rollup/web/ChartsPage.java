package vn.tongket.rollup.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignService;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.rollup.UnitValue;
import vn.tongket.rollup.UnitValues;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Fraction;
import vn.tongket.statistics.Indicator;

/** One row's total over the years, its parts and its units in the last year, each as a chart with its table. */
@Controller
class ChartsPage {

    /** So many units are ranked; the others are counted. */
    private static final int RANKED = 30;

    private final RollUps rollUps;
    private final UnitValues values;
    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final RollUpHead head;

    ChartsPage(RollUps rollUps, UnitValues values, CampaignService campaigns, CampaignAccess access, RollUpHead head) {
        this.rollUps = rollUps;
        this.values = values;
        this.campaigns = campaigns;
        this.access = access;
        this.head = head;
    }

    /** {@code indicator} empty: the first row that is added up. */
    @GetMapping("/campaigns/{code}/rollup/charts")
    String show(@PathVariable String code, @RequestParam(defaultValue = "") String indicator, Model model) {
        access.requireAllUnits(code, CurrentUser.require());
        CampaignFile definition = campaigns.definition(code);
        Appendix appendix = appendix(definition.appendices(), indicator);
        Indicator row = appendix.indicators().stream()
                .filter(one -> one.code().equals(indicator) || indicator.isEmpty() && isDrawn(one))
                .findFirst()
                .orElseThrow();
        Appendix.Column last = appendix.years().get(appendix.years().size() - 1);
        int year = Objects.requireNonNull(last.year());
        Totals totals = rollUps.of(code);
        model.addAttribute("head", head.of(code));
        model.addAttribute("appendices", definition.appendices());
        model.addAttribute("row", row);
        model.addAttribute("appendix", appendix);
        model.addAttribute("year", year);
        model.addAttribute("lastYear", last.label());
        model.addAttribute("trend", trend(appendix, row, totals));
        model.addAttribute("structures", Structures.of(totals, definition.rules(), row, year));
        addRanking(values.of(code, row.code(), year), row, model);
        return "rollup/charts";
    }

    /** Whether there is a total to draw; templates ask too. */
    static boolean isDrawn(Indicator row) {
        return !row.isText() && !row.unitAgg().op().equals("none");
    }

    private static Appendix appendix(List<Appendix> all, String indicator) {
        return all.stream()
                .filter(appendix -> !appendix.years().isEmpty())
                .filter(appendix -> appendix.indicators().stream()
                        .anyMatch(row -> isDrawn(row)
                                && (indicator.isEmpty() || row.code().equals(indicator))))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("Không có chỉ tiêu “" + indicator + "” để vẽ biểu đồ."));
    }

    private static List<Bar> trend(Appendix appendix, Indicator row, Totals totals) {
        return appendix.years().stream()
                .map(column -> {
                    int year = Objects.requireNonNull(column.year());
                    TotalCell total = totals.year(row.code(), year);
                    return Bar.of(column.label(), String.valueOf(year), total, row, "");
                })
                .toList();
    }

    private static void addRanking(List<UnitValue> units, Indicator row, Model model) {
        List<Bar> numbers = units.stream()
                .filter(unit -> !unit.office() && unit.countedAt() == null && number(unit) != null)
                .sorted(Comparator.comparing(ChartsPage::number, Comparator.nullsLast(Comparator.reverseOrder())))
                .map(unit -> Bar.of(unit.shortName(), unit.unit(), Objects.requireNonNull(unit.cell()), row))
                .toList();
        model.addAttribute("ranking", numbers.subList(0, Math.min(RANKED, numbers.size())));
        model.addAttribute("ranked", numbers.size());
        model.addAttribute(
                "without",
                units.stream()
                        .filter(unit -> !unit.office() && unit.countedAt() == null && number(unit) == null)
                        .count());
    }

    private static @Nullable Fraction number(UnitValue unit) {
        return unit.cell() == null ? null : unit.cell().amount();
    }
}
