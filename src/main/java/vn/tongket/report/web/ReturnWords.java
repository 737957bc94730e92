package vn.tongket.report.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tongket.report.ReportPlaces;
import vn.tongket.report.ReportReturn;
import vn.tongket.report.ReturnReason;
import vn.tongket.shared.Vietnamese;

/** One time that the report was sent back, as the page tells it. */
record ReturnWords(String words, List<ReasonWords> reasons) {

    /** What to mend, at which place (null: the whole report), and the unit's answer. */
    record ReasonWords(
            UUID id,
            @Nullable String target,
            String place,
            String words,
            @Nullable String answer) {}

    static ReturnWords of(ReportReturn past, ReportPlaces places) {
        return new ReturnWords(
                "Trả lại lần gửi %d lúc %s; gửi lại chậm nhất ngày %s."
                        .formatted(past.version(), Vietnamese.minute(past.returnedAt()), Vietnamese.day(past.due())),
                past.reasons().stream().map(reason -> of(reason, places)).toList());
    }

    private static ReasonWords of(ReturnReason reason, ReportPlaces places) {
        String target = reason.reason().place();
        return new ReasonWords(
                reason.id(), target, places.name(target), reason.reason().sentence(), reason.answer());
    }
}
