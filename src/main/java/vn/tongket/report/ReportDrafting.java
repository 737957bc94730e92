package vn.tongket.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.report.ReportEvents.Kind;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;
import vn.tongket.statistics.Figures;

/**
 * Writing a report, part by part: saved as it comes, valid or not, as long as it can be read. Versions are for
 * optimistic locking: a write that names an older version is refused as stale, null overwrites.
 */
@Service
@Transactional
public class ReportDrafting {

    /** A part's value and its version, 0 when nothing was saved yet. */
    public record Part<T>(T value, int version) {}

    private static final int MAX_SECTION = 100_000;

    private final Reports reports;
    private final Drafts drafts;
    private final Progress progress;
    private final AttachmentUses attachments;
    private final ReportEvents events;

    ReportDrafting(Reports reports, Drafts drafts, Progress progress, AttachmentUses attachments, ReportEvents events) {
        this.reports = reports;
        this.drafts = drafts;
        this.progress = progress;
        this.attachments = attachments;
        this.events = events;
    }

    /** Everything about the report, for reading. */
    @Transactional(readOnly = true)
    public ReportView view(String campaign, String unit) {
        var place = reports.find(campaign, unit);
        var id = place.report().id();
        Map<String, Integer> versions = new HashMap<>();
        drafts.sections(id).forEach((code, part) -> versions.put(code, part.version()));
        return new ReportView(
                place.campaign(),
                place.participant(),
                place.report(),
                progress.unit(campaign, unit),
                reports.form(place),
                drafts.content(id),
                versions,
                drafts.figures(id).version(),
                reports.lastVersion(id),
                reports.returns(id));
    }

    /** As {@link #view}, for what only units go through: the issuer's own office is none. */
    @Transactional(readOnly = true)
    public ReportView unitView(String campaign, String unit) {
        reports.findUnit(campaign, unit);
        return view(campaign, unit);
    }

    /** What still keeps the report from being signed; a place is {@code P1.I.1}, {@code PL01.LD/2008}, {@code LF01/2/ngay}. */
    @Transactional(readOnly = true)
    public List<Fault> missing(String campaign, String unit) {
        var place = reports.find(campaign, unit);
        return reports.form(place).faultsOf(drafts.content(place.report().id()));
    }

    @Transactional(readOnly = true)
    public Completeness completeness(String campaign, String unit) {
        var place = reports.find(campaign, unit);
        return reports.form(place).completenessOf(drafts.content(place.report().id()));
    }

    @Transactional(readOnly = true)
    public Part<String> section(String campaign, String unit, String section) {
        var place = reports.find(campaign, unit);
        requireSection(place, section);
        var part = drafts.section(place.report().id(), section);
        return new Part<>(part.value(), part.version());
    }

    public Part<String> writeSection(
            String campaign, String unit, String section, String text, @Nullable Integer expected, String actor) {
        var place = writable(campaign, unit);
        requireSection(place, section);
        String clean = PlainText.clean(text);
        if (PlainText.length(clean) > MAX_SECTION) {
            throw DomainException.refused("Nội dung một mục không được quá 100.000 ký tự.");
        }
        int version = drafts.saveSection(place.report().id(), section, clean, expected, actor);
        events.saved(place.report().id(), Kind.WRITTEN, Set.of(section), actor);
        return new Part<>(clean, version);
    }

    @Transactional(readOnly = true)
    public Part<Map<String, Map<String, String>>> figures(String campaign, String unit) {
        var part = drafts.figures(reports.find(campaign, unit).report().id());
        return new Part<>(sorted(part.value()), part.version());
    }

    /** Merges cells; null clears one. {@code typed}: numbers as people write them, {@code 1.234,5}. */
    public Part<Map<String, Map<String, String>>> writeFigures(
            String campaign,
            String unit,
            Map<String, Map<String, @Nullable String>> patch,
            boolean typed,
            @Nullable Integer expected,
            String actor) {
        var place = writable(campaign, unit);
        var form = reports.form(place).figures();
        Figures now = Figures.of(drafts.figures(place.report().id()).value());
        Figures merged = typed ? form.mergeTyped(now, patch) : form.merge(now, patch);
        int version = drafts.saveFigures(place.report().id(), merged.toMap(), expected, actor);
        events.saved(place.report().id(), Kind.FIGURES_ENTERED, form.appendicesOf(patch.keySet()), actor);
        return new Part<>(sorted(merged.toMap()), version);
    }

    @Transactional(readOnly = true)
    public Part<List<Map<String, Object>>> list(String campaign, String unit, String list) {
        var place = reports.find(campaign, unit);
        requireList(place, list);
        var part = drafts.list(place.report().id(), list);
        return new Part<>(part.value(), part.version());
    }

    public Part<List<Map<String, Object>>> writeList(
            String campaign,
            String unit,
            String list,
            List<Map<String, Object>> rows,
            @Nullable Integer expected,
            String actor) {
        var place = writable(campaign, unit);
        var form = requireList(place, list);
        var canonical = ListRows.canonical(
                form, rows, attachments.namesFor(form, place.report().id()));
        int version = drafts.saveList(place.report().id(), list, canonical, expected, actor);
        events.saved(place.report().id(), Kind.LIST_ENTERED, Set.of(list), actor);
        return new Part<>(canonical, version);
    }

    private Reports.Place writable(String campaign, String unit) {
        var place = reports.find(campaign, unit);
        reports.holdWritable(place);
        return place;
    }

    private Section requireSection(Reports.Place place, String section) {
        return reports.form(place)
                .section(section)
                .orElseThrow(() -> DomainException.notFound("Đề cương không có mục “" + section + "” để viết."));
    }

    private ListForm requireList(Reports.Place place, String list) {
        return reports.form(place)
                .list(list)
                .orElseThrow(() -> DomainException.notFound("Không có biểu danh mục “" + list + "”."));
    }

    private static Map<String, Map<String, String>> sorted(Map<String, Map<String, String>> cells) {
        Map<String, Map<String, String>> sorted = new TreeMap<>();
        cells.forEach((code, years) -> sorted.put(code, new TreeMap<>(years)));
        return sorted;
    }
}
