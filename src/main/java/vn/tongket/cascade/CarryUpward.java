package vn.tongket.cascade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignLocked;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignTree;
import vn.tongket.campaign.CampaignTree.Above;
import vn.tongket.campaign.Decisions;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportView;
import vn.tongket.rollup.Carrying;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.FigureForm;

/**
 * Brings the totals of a union's own campaign into the draft of its report upward: at the lock into every cell that is
 * blank there, later, when a correction came in below, on demand into the cells that the union has not overwritten.
 */
@Service
@Transactional
public class CarryUpward {

    /** A total that is no longer what lies in the draft; {@code overwritten}: the union has put a figure of its own. */
    public record Change(
            String indicator,
            int year,
            @Nullable String was,
            @Nullable String now,
            boolean overwritten) {}

    /**
     * What the draft has from below.
     *
     * @param own the union's own campaign
     * @param inDraft null when nothing was carried yet
     * @param changes what differs from the totals of now
     * @param writable whether the changes can be taken over
     */
    public record Carried(Campaign own, Carrying.@Nullable InDraft inDraft, List<Change> changes, boolean writable) {}

    private final CampaignService campaigns;
    private final CampaignTree tree;
    private final ReportDrafting drafting;
    private final Carrying carrying;

    CarryUpward(CampaignService campaigns, CampaignTree tree, ReportDrafting drafting, Carrying carrying) {
        this.campaigns = campaigns;
        this.tree = tree;
        this.drafting = drafting;
        this.carrying = carrying;
    }

    /** The figures below are fixed: they lie in the draft from now on, unless that is signed already. */
    @EventListener
    void on(CampaignLocked event) {
        Campaign own = campaigns.campaign(event.campaign());
        Optional<Above> above = tree.above(own);
        if (above.isPresent() && view(above.get()).isWritable()) {
            carry(own, view(above.get()), Decisions.SYSTEM);
        }
    }

    /** What lies in that unit's draft; empty when it has no locked campaign of its own. */
    @Transactional(readOnly = true)
    public Optional<Carried> carried(String superior, String unit) {
        ReportView view = drafting.view(superior, unit);
        return tree.below(view.campaign(), unit)
                .filter(own -> own.lockedAt().isPresent())
                .map(own -> carried(own, view));
    }

    /** Brings the totals of now into the draft; refused when the report is on its way, or there are none. */
    public Carried takeOver(String superior, String unit, String actor) {
        Carried carried = carried(superior, unit)
                .orElseThrow(() -> DomainException.refused(
                        "Chiến dịch của đơn vị chưa khóa số liệu, chưa có số liệu tổng hợp để lấy."));
        ReportView view = drafting.view(superior, unit);
        view.campaign().state().requireNotWithdrawn();
        if (!view.isWritable()) {
            throw DomainException.refused(
                    "Báo cáo đang ở trạng thái “" + view.report().state().label() + "”, không lấy thêm số liệu được.");
        }
        carry(carried.own(), view, actor);
        return carried(superior, unit).orElseThrow();
    }

    private ReportView view(Above above) {
        return drafting.view(above.campaign().code(), above.unit());
    }

    private Carried carried(Campaign own, ReportView view) {
        UUID report = view.report().id();
        FigureForm form = view.form().figures();
        Carrying.InDraft inDraft = carrying.inDraft(report).orElse(null);
        Map<String, Map<String, String>> was = inDraft == null ? Map.of() : inDraft.cells();
        Map<String, Map<String, String>> now = carrying.figures(own, form);
        Map<String, Map<String, String>> draft = view.content().figures();
        List<Change> changes = new ArrayList<>();
        for (Cell cell : cells(was, now)) {
            String before = cell.of(was);
            String after = cell.of(now);
            if (!Objects.equals(before, after)) {
                boolean overwritten = !Objects.equals(cell.of(draft), before) && !Objects.equals(cell.of(draft), after);
                changes.add(new Change(cell.row(), Integer.parseInt(cell.year()), before, after, overwritten));
            }
        }
        return new Carried(own, inDraft, changes, view.isWritable());
    }

    private void carry(Campaign own, ReportView view, String actor) {
        UUID report = view.report().id();
        Map<String, Map<String, String>> was =
                carrying.inDraft(report).map(Carrying.InDraft::cells).orElse(Map.of());
        Map<String, Map<String, String>> now =
                carrying.carry(report, view.campaign().id(), own, view.form().figures(), actor);
        Map<String, Map<String, String>> draft = view.content().figures();
        Map<String, Map<String, @Nullable String>> patch = new TreeMap<>();
        for (Cell cell : cells(was, now)) {
            if (Objects.equals(cell.of(draft), cell.of(was)) && !Objects.equals(cell.of(draft), cell.of(now))) {
                patch.computeIfAbsent(cell.row(), row -> new TreeMap<>()).put(cell.year(), cell.of(now));
            }
        }
        if (!patch.isEmpty()) {
            drafting.writeFigures(view.campaign().code(), view.participant().unitCode(), patch, false, null, actor);
        }
    }

    /** A place in figures: indicator → year → canonical value. */
    private record Cell(String row, String year) implements Comparable<Cell> {

        @Nullable
        String of(Map<String, Map<String, String>> figures) {
            return figures.getOrDefault(row, Map.of()).get(year);
        }

        @Override
        public int compareTo(Cell other) {
            return row.equals(other.row) ? year.compareTo(other.year) : row.compareTo(other.row);
        }
    }

    private static Set<Cell> cells(Map<String, Map<String, String>> was, Map<String, Map<String, String>> now) {
        Set<Cell> cells = new TreeSet<>();
        for (Map<String, Map<String, String>> figures : List.of(was, now)) {
            figures.forEach((row, years) -> years.keySet().forEach(year -> cells.add(new Cell(row, year))));
        }
        return cells;
    }
}
