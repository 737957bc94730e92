package vn.tongket.report.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.report.ReportForm;
import vn.tongket.report.ReportReturn;
import vn.tongket.report.ReportView;
import vn.tongket.shared.Vietnamese;

/** One time that the report was sent back, as the page tells it; newest first. */
record ReturnWords(String words, List<ReasonWords> reasons) {

    /** What to mend; {@code target} is the code of a heading, appendix or list, null for the whole report. */
    record ReasonWords(@Nullable String target, String place, String words) {}

    static List<ReturnWords> of(ReportView view) {
        return view.returns().stream().map(past -> of(past, view.form())).toList();
    }

    private static ReturnWords of(ReportReturn past, ReportForm form) {
        return new ReturnWords(
                "Trả lại lần gửi %d lúc %s; gửi lại chậm nhất ngày %s."
                        .formatted(past.version(), Vietnamese.minute(past.returnedAt()), Vietnamese.day(past.due())),
                past.reasons().stream().map(reason -> of(reason, form)).toList());
    }

    private static ReasonWords of(Reason reason, ReportForm form) {
        String target = reason.target();
        return new ReasonWords(target, target == null ? "Toàn báo cáo" : PlaceName.of(target, form), reason.reason());
    }
}
