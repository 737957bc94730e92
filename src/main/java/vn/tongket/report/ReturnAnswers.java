package vn.tongket.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;

/** What the unit says to each reason of the last return, saved as it is written. */
@Service
@Transactional
public class ReturnAnswers {

    /** An answer and the one that the person saw before; null: none. */
    public record Change(@Nullable String was, @Nullable String text) {}

    /**
     * The returns after a change.
     *
     * @param changedByOthers ids of reasons whose answer is no longer the one that the person saw, and so was kept
     */
    public record Answered(List<ReportReturn> returns, List<String> changedByOthers) {}

    private static final int MAX_ANSWER = 2000;

    private final Reports reports;
    private final ReturnReasonStore reasons;

    ReturnAnswers(Reports reports, ReturnReasonStore reasons) {
        this.reports = reports;
        this.reasons = reasons;
    }

    /** How often, when and why the report was sent back, newest first. */
    @Transactional(readOnly = true)
    public List<ReportReturn> returns(String campaign, String unit) {
        return reports.returns(reports.findUnit(campaign, unit).report().id());
    }

    /**
     * Keeps answers by the id of their reason; a blank one is taken away. All or nothing: a reason that is not of the
     * last return and an answer that is too long are refused.
     */
    public Answered answer(String campaign, String unit, Map<String, Change> changes, String actor) {
        var place = reports.findUnit(campaign, unit);
        reports.holdWritable(place);
        var report = place.report().id();
        Map<String, ReturnReason> asked = new HashMap<>();
        reasons.asked(report).forEach(reason -> asked.put(reason.id().toString(), reason));
        requireSound(changes, asked);
        List<String> changedByOthers = new ArrayList<>();
        changes.forEach((id, change) -> {
            ReturnReason reason = Objects.requireNonNull(asked.get(id));
            if (Objects.equals(reason.answer(), change.was())) {
                reasons.answer(reason.id(), cleaned(change), actor);
            } else {
                changedByOthers.add(id);
            }
        });
        return new Answered(reports.returns(report), changedByOthers);
    }

    private static void requireSound(Map<String, Change> changes, Map<String, ReturnReason> asked) {
        List<Fault> faults = new ArrayList<>();
        changes.forEach((id, change) -> {
            String text = cleaned(change);
            if (!asked.containsKey(id)) {
                faults.add(new Fault(id, "Không có lý do trả lại “%s” để trả lời.".formatted(id)));
            } else if (text != null && PlainText.length(text) > MAX_ANSWER) {
                faults.add(new Fault(id, "Trả lời không được quá 2.000 ký tự."));
            }
        });
        if (!faults.isEmpty()) {
            throw DomainException.refused(faults.get(0).message(), faults);
        }
    }

    private static @Nullable String cleaned(Change change) {
        String text = change.text() == null ? "" : PlainText.clean(change.text());
        return text.isEmpty() ? null : text;
    }
}
