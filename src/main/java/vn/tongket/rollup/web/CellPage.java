package vn.tongket.rollup.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.rollup.RollUpNote;
import vn.tongket.rollup.RollUpNotes;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.rollup.UnitValue;
import vn.tongket.rollup.UnitValues;
import vn.tongket.security.CurrentUser;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;

/** The units behind one total, and how it is made of them; for the issuer's people. */
@Controller
class CellPage {

    /** A row that the total is made of, with its own total. */
    record Side(String code, String name, String value) {}

    private final RollUps rollUps;
    private final UnitValues values;
    private final RollUpNotes notes;
    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final RollUpHead head;

    CellPage(
            RollUps rollUps,
            UnitValues values,
            RollUpNotes notes,
            CampaignService campaigns,
            CampaignAccess access,
            RollUpHead head) {
        this.rollUps = rollUps;
        this.values = values;
        this.notes = notes;
        this.campaigns = campaigns;
        this.access = access;
        this.head = head;
    }

    /** {@code sort=value}: the largest first; else in protocol order. */
    @GetMapping("/campaigns/{code}/rollup/{indicator}/{year}")
    String show(
            @PathVariable String code,
            @PathVariable String indicator,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String sort,
            Model model) {
        access.requireAllUnits(code, CurrentUser.require());
        List<UnitValue> units = values.of(code, indicator, year);
        FigureForm form = FigureForm.whole(campaigns.definition(code).appendices(), null);
        Indicator row = Objects.requireNonNull(form.indicator(indicator));
        TotalFormula formula = TotalFormula.of(row, form);
        List<UnitLine> rows = rows(code, year, units, row, formula.sides());
        boolean byValue = sort.equals("value");
        model.addAttribute("head", head.of(code));
        model.addAttribute("row", row);
        model.addAttribute("year", year);
        model.addAttribute("years", form.years(indicator));
        model.addAttribute("place", form.place(indicator, year));
        model.addAttribute("formula", formula);
        model.addAttribute(
                "units", byValue ? rows.stream().sorted(UnitLine.BY_VALUE).toList() : rows);
        model.addAttribute("missing", rows.stream().filter(UnitLine::isMissing).toList());
        model.addAttribute("byValue", byValue);
        addTotal(rollUps.of(code), row, year, formula, model);
        return "rollup/cell";
    }

    private static void addTotal(Totals totals, Indicator row, int year, TotalFormula formula, Model model) {
        TotalCell total = totals.year(row.code(), year);
        boolean added = !row.unitAgg().op().equals("none");
        String value = TotalWords.value(total, row);
        model.addAttribute("added", added);
        model.addAttribute("total", added && !value.isEmpty() ? value : "–");
        model.addAttribute("coverage", added ? total.coverage() : "");
        model.addAttribute("note", added ? TotalWords.note(total) : "");
        model.addAttribute(
                "sides",
                formula.sides().stream()
                        .map(side -> new Side(
                                side.code(), side.name(), TotalWords.value(totals.year(side.code(), year), side)))
                        .toList());
    }

    private List<UnitLine> rows(String code, int year, List<UnitValue> units, Indicator row, List<Indicator> sides) {
        List<Map<String, Cell>> beside = sides.stream()
                .map(side -> cells(values.of(code, side.code(), year)))
                .toList();
        Map<String, String> written = notes.of(code).stream()
                .filter(note -> note.indicator().equals(row.code()) && note.year() == year)
                .collect(Collectors.toMap(RollUpNote::unit, RollUpNote::text));
        return units.stream()
                .map(unit -> UnitLine.of(unit, row, beside, sides, written.getOrDefault(unit.unit(), "")))
                .toList();
    }

    private static Map<String, Cell> cells(List<UnitValue> values) {
        Map<String, Cell> cells = new HashMap<>();
        for (UnitValue value : values) {
            Cell cell = value.cell();
            if (cell != null) {
                cells.put(value.unit(), cell);
            }
        }
        return cells;
    }
}
