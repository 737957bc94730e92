package vn.tongket.report.web;

import java.io.InputStream;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportReview;
import vn.tongket.report.ReturnReason;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.TimeConfiguration;

/** The reasons for a return that the focal department collects while it reads a report; the unit does not see them. */
@RestController
@RequestMapping(path = "/api/reports/{campaign}/{unit}/review/reasons", produces = MediaType.APPLICATION_JSON_VALUE)
class ReviewApi {

    /** A collected reason; {@code place} null: the whole report. */
    record CollectedJson(
            UUID id,
            @Nullable String place,
            @Nullable String listed,
            @Nullable String words,
            String namedBy,
            LocalDateTime namedAt) {

        static CollectedJson of(ReturnReason reason) {
            return new CollectedJson(
                    reason.id(),
                    reason.reason().place(),
                    reason.reason().listed(),
                    reason.reason().words(),
                    reason.namedBy(),
                    LocalDateTime.ofInstant(reason.namedAt(), TimeConfiguration.ZONE));
        }
    }

    private final ReportReview review;
    private final ReportAccess access;

    ReviewApi(ReportReview review, ReportAccess access) {
        this.review = review;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<List<CollectedJson>> collected(@PathVariable String campaign, @PathVariable String unit) {
        access.requireReviewReader(campaign, CurrentUser.require());
        return answer(campaign, unit);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CollectedJson> collect(@PathVariable String campaign, @PathVariable String unit, InputStream body) {
        String actor = requireReviewer(campaign);
        ReturnReason reason = review.collect(campaign, unit, RequestJson.reason(body), actor);
        return ResponseEntity.created(place(reason))
                .cacheControl(CacheControl.noStore())
                .body(CollectedJson.of(reason));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CollectedJson> reword(
            @PathVariable String campaign, @PathVariable String unit, @PathVariable UUID id, InputStream body) {
        String actor = requireReviewer(campaign);
        ReturnReason reason = review.reword(campaign, unit, id, RequestJson.reason(body), actor);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(CollectedJson.of(reason));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<List<CollectedJson>> drop(
            @PathVariable String campaign, @PathVariable String unit, @PathVariable UUID id) {
        requireReviewer(campaign);
        review.drop(campaign, unit, id);
        return answer(campaign, unit);
    }

    private ResponseEntity<List<CollectedJson>> answer(String campaign, String unit) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(review.collected(campaign, unit).stream()
                        .map(CollectedJson::of)
                        .toList());
    }

    private String requireReviewer(String campaign) {
        CurrentUser user = CurrentUser.require();
        access.requireReviewer(campaign, user);
        return user.id();
    }

    private static URI place(ReturnReason reason) {
        return ServletUriComponentsBuilder.fromCurrentRequestUri()
                .pathSegment(reason.id().toString())
                .build()
                .toUri();
    }
}
