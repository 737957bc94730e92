package vn.tongket.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Finding;

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
     * @param findings the broken checks; a required cell that is blank is no finding but missing
     * @param explanations what the unit wrote about warnings, by {@link Finding#key}
     * @param refused cells that were not taken, by {@code PL01.LD/2008}, with the reason
     * @param changedByOthers cells that no longer hold what the person saw, and so were not overwritten
     */
    public record Typed(
            int version,
            FigureSheet sheet,
            List<Finding> findings,
            Map<String, String> explanations,
            List<Fault> refused,
            List<String> changedByOthers) {}

    private final Reports reports;
    private final HeldReports held;
    private final Drafts drafts;
    private final ReportEvents events;

    ReportGrid(Reports reports, HeldReports held, Drafts drafts, ReportEvents events) {
        this.reports = reports;
        this.held = held;
        this.drafts = drafts;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Typed read(String campaign, String unit) {
        var place = reports.find(campaign, unit);
        var part = drafts.figures(place.report().id());
        return typed(
                reports.form(place),
                place.report().id(),
                new Drafts.Part<>(Figures.of(part.value()), part.version()),
                List.of(),
                List.of());
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
        int version = part.version();
        if (!after.equals(now)) {
            version = drafts.saveFigures(report.id(), after.toMap(), null, actor);
            events.saved(report.id(), ReportEvents.Kind.FIGURES_ENTERED, form.appendicesOf(changes.keySet()), actor);
        }
        return typed(report.form(), report.id(), new Drafts.Part<>(after, version), refused, changedByOthers);
    }

    private Typed typed(
            ReportForm form,
            UUID report,
            Drafts.Part<Figures> figures,
            List<Fault> refused,
            List<String> changedByOthers) {
        FigureSheet sheet = form.figures().sheet(figures.value());
        Map<String, String> explanations = drafts.explanations(report);
        Set<FigureSheet.Place> missing = Set.copyOf(sheet.missing());
        List<Finding> findings = form
                .checksOf(ReportContent.ofFigures(figures.value().toMap(), explanations))
                .stream()
                .filter(finding -> finding.isBroken()
                        && !missing.contains(
                                new FigureSheet.Place(finding.indicators().get(0), finding.year())))
                .toList();
        return new Typed(figures.version(), sheet, findings, explanations, refused, changedByOthers);
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
