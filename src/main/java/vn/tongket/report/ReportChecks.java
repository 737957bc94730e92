package vn.tongket.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;
import vn.tongket.statistics.Finding;
import vn.tongket.statistics.Finding.Severity;

/** The cross-checks of a draft, and what the unit says about figures that break a rule which only warns. */
@Service
@Transactional
public class ReportChecks {

    /** An explanation and the one that the person saw before; null: none. */
    public record Change(@Nullable String was, @Nullable String text) {}

    /**
     * The checks after a change.
     *
     * @param changedByOthers keys whose explanation is no longer the one that the person saw, and so was kept
     */
    public record Checked(List<Finding> findings, List<String> changedByOthers) {}

    private static final int MAX_EXPLANATION = 2000;

    private final Reports reports;
    private final Drafts drafts;
    private final ReportEvents events;

    ReportChecks(Reports reports, Drafts drafts, ReportEvents events) {
        this.reports = reports;
        this.drafts = drafts;
        this.events = events;
    }

    /** Every line of every rule. */
    @Transactional(readOnly = true)
    public List<Finding> of(String campaign, String unit) {
        var place = reports.find(campaign, unit);
        return reports.form(place).checksOf(drafts.content(place.report().id()));
    }

    /**
     * Keeps explanations by {@link Finding#key}; a blank one is taken away. All or nothing: a key that is no line of a
     * warning and a text that is too long are refused.
     */
    public Checked explain(String campaign, String unit, Map<String, Change> changes, String actor) {
        var place = reports.find(campaign, unit);
        reports.holdWritable(place);
        var report = place.report().id();
        var form = reports.form(place);
        ReportContent content = drafts.content(report);
        List<Finding> findings = form.checksOf(content);
        Map<String, String> cleaned = cleaned(changes, findings);
        Set<String> explained = new HashSet<>();
        List<String> changedByOthers = new ArrayList<>();
        changes.forEach((key, change) -> {
            if (Objects.equals(content.explanations().get(key), change.was())) {
                drafts.saveExplanation(report, key, cleaned.getOrDefault(key, ""), actor);
                explained.add(key);
            } else {
                changedByOthers.add(key);
            }
        });
        Set<String> indicators = findings.stream()
                .filter(finding -> explained.contains(finding.key()))
                .map(finding -> finding.indicators().get(0))
                .collect(Collectors.toSet());
        events.saved(report, ReportEvents.Kind.EXPLAINED, form.figures().appendicesOf(indicators), actor);
        return new Checked(form.checksOf(drafts.content(report)), changedByOthers);
    }

    private static Map<String, String> cleaned(Map<String, Change> changes, List<Finding> findings) {
        Set<String> known = findings.stream()
                .filter(finding -> finding.severity() == Severity.WARN)
                .map(Finding::key)
                .collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        Map<String, String> cleaned = new HashMap<>();
        changes.forEach((key, change) -> {
            String text = change.text() == null ? "" : PlainText.clean(change.text());
            if (!known.contains(key)) {
                faults.add(new Fault(key, "Không có cảnh báo “%s” để giải trình.".formatted(key)));
            } else if (PlainText.length(text) > MAX_EXPLANATION) {
                faults.add(new Fault(key, "Giải trình không được quá 2.000 ký tự."));
            }
            cleaned.put(key, text);
        });
        if (!faults.isEmpty()) {
            throw DomainException.refused(faults.get(0).message(), faults);
        }
        return cleaned;
    }
}
