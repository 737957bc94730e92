package vn.tongket.report.web;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportReturn;
import vn.tongket.report.ReturnAnswers;
import vn.tongket.report.ReturnReason;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.TimeConfiguration;

/** Why a report was sent back, and what the unit says to it. The reviewers' names stay with the department. */
@RestController
@RequestMapping(path = "/api/reports/{campaign}/{unit}/returns", produces = MediaType.APPLICATION_JSON_VALUE)
class ReturnApi {

    /** One return; answers are to the reasons of the first in the list. */
    record ReturnJson(int version, LocalDateTime returnedAt, LocalDate due, List<ReasonJson> reasons) {

        static ReturnJson of(ReportReturn past) {
            return new ReturnJson(
                    past.version(),
                    LocalDateTime.ofInstant(past.returnedAt(), TimeConfiguration.ZONE),
                    past.due(),
                    past.reasons().stream().map(ReasonJson::of).toList());
        }
    }

    /** One reason; {@code place} null: the whole report, {@code answer} null: none yet. */
    record ReasonJson(
            UUID id,
            @Nullable String place,
            @Nullable String listed,
            @Nullable String words,
            @Nullable String answer) {

        static ReasonJson of(ReturnReason reason) {
            return new ReasonJson(
                    reason.id(),
                    reason.reason().place(),
                    reason.reason().listed(),
                    reason.reason().words(),
                    reason.answer());
        }
    }

    /** After answers were written. */
    record AnsweredJson(List<ReturnJson> returns, List<String> changedByOthers) {}

    private final ReturnAnswers answers;
    private final ReportAccess access;

    ReturnApi(ReturnAnswers answers, ReportAccess access) {
        this.answers = answers;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<List<ReturnJson>> returns(@PathVariable String campaign, @PathVariable String unit) {
        access.requireReader(campaign, unit, CurrentUser.require());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json(answers.returns(campaign, unit)));
    }

    /** Keeps answers; those that a colleague changed meanwhile are answered, not overwritten. */
    @PutMapping(path = "/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnsweredJson> answer(@PathVariable String campaign, @PathVariable String unit, InputStream body) {
        CurrentUser user = CurrentUser.require();
        access.requireWriter(campaign, unit, user);
        var answered = answers.answer(campaign, unit, RequestJson.answers(body), user.id());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new AnsweredJson(json(answered.returns()), answered.changedByOthers()));
    }

    private static List<ReturnJson> json(List<ReportReturn> returns) {
        return returns.stream().map(ReturnJson::of).toList();
    }
}
