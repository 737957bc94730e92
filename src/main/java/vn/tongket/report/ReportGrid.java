package vn.tongket.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;

/**
 * Figures as a grid of cells, each typed and refused on its own: what can be taken is saved, whatever stands beside it,
 * and a cell that somebody else has changed meanwhile is left as it is.
 */
@Service
@Transactional
public class ReportGrid {

    /** What a person typed into a cell, and the canonical value it showed before (null: blank). */
    public record Change(@Nullable String was, @Nullable String typed) {}

    /**
     * The figures after the typing.
     *
     * @param refused cells that were not taken, by {@code PL01.LD/2008}, with the reason
     * @param changedByOthers cells that no longer hold what the person saw, and so were not overwritten
     */
    public record Typed(int version, FigureSheet sheet, List<Fault> refused, List<String> changedByOthers) {}

    private final Reports reports;
    private final HeldReports held;
    private final Drafts drafts;

    ReportGrid(Reports reports, HeldReports held, Drafts drafts) {
        this.reports = reports;
        this.held = held;
        this.drafts = drafts;
    }

    @Transactional(readOnly = true)
    public Typed read(String campaign, String unit) {
        var place = reports.find(campaign, unit);
        var part = drafts.figures(place.report().id());
        var form = reports.form(place).figures();
        return new Typed(part.version(), form.sheet(Figures.of(part.value())), List.of(), List.of());
    }

    /** Takes what can be taken of these cells; the rest is answered. */
    public Typed type(String campaign, String unit, Map<String, Map<String, Change>> changes, String actor) {
        var report = held.hold(campaign, unit);
        var form = report.form().figures();
        var part = drafts.figures(report.id());
        Figures now = Figures.of(part.value());
        List<String> changedByOthers = new ArrayList<>();
        List<Fault> refused = new ArrayList<>();
        Figures after = merge(form, now, patch(now, changes, changedByOthers), refused);
        int version = after.equals(now) ? part.version() : drafts.saveFigures(report.id(), after.toMap(), null, actor);
        return new Typed(version, form.sheet(after), refused, changedByOthers);
    }

    private static Map<String, Map<String, @Nullable String>> patch(
            Figures now, Map<String, Map<String, Change>> changes, List<String> changedByOthers) {
        Map<String, Map<String, @Nullable String>> patch = new LinkedHashMap<>();
        changes.forEach((code, years) -> years.forEach((year, change) -> {
            String stored = now.toMap().getOrDefault(code, Map.of()).get(year);
            if (Objects.equals(stored, change.was())) {
                patch.computeIfAbsent(code, row -> new LinkedHashMap<>()).put(year, change.typed());
            } else {
                changedByOthers.add(code + "/" + year);
            }
        }));
        return patch;
    }

    private static Figures merge(
            FigureForm form, Figures now, Map<String, Map<String, @Nullable String>> patch, List<Fault> refused) {
        try {
            return form.mergeTyped(now, patch);
        } catch (DomainException refusal) {
            refused.addAll(refusal.faults());
            refusal.faults().forEach(fault -> remove(patch, fault.path()));
            return form.mergeTyped(now, patch);
        }
    }

    private static void remove(Map<String, Map<String, @Nullable String>> patch, String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            patch.remove(path);
        } else {
            patch.getOrDefault(path.substring(0, slash), new LinkedHashMap<>()).remove(path.substring(slash + 1));
        }
    }
}
