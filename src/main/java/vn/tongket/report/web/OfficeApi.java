package vn.tongket.report.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.report.OfficeFigures;
import vn.tongket.report.OfficeOverlap;
import vn.tongket.report.OfficeStanding;
import vn.tongket.report.ReportAccess;
import vn.tongket.security.CurrentUser;

/** Where the figures of the issuer's own office stand; opens, closes and reopens them. Their cells are its report's. */
@RestController
@RequestMapping(path = "/api/campaigns/{code}/office", produces = MediaType.APPLICATION_JSON_VALUE)
class OfficeApi {

    /**
     * The standing.
     *
     * @param unit the issuer: its report in this campaign has the cells
     * @param version the last one that was closed
     * @param doubtful figures that look like a grand total, while they are being entered
     */
    record Office(
            String unit,
            String name,
            String state,
            String stateLabel,
            @Nullable Integer version,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            List<Doubt> doubtful) {

        static Office of(OfficeStanding standing, List<OfficeOverlap.Doubtful> doubtful) {
            return new Office(
                    standing.unit(),
                    standing.name(),
                    standing.state().name().toLowerCase(Locale.ROOT),
                    standing.state().label(),
                    standing.version(),
                    standing.closedAt(),
                    standing.closedBy(),
                    doubtful.stream().map(Doubt::of).toList());
        }
    }

    /** A figure of the office, {@code PL01.LD/2017}, and what those of so many units sum up to. */
    record Doubt(String place, String office, String units, int sent) {

        static Doubt of(OfficeOverlap.Doubtful figure) {
            return new Doubt(
                    figure.indicator() + "/" + figure.year(),
                    figure.office().toPlainString(),
                    figure.units().toPlainString(),
                    figure.sent());
        }
    }

    private final OfficeFigures office;
    private final OfficeOverlap overlap;
    private final ReportAccess access;

    OfficeApi(OfficeFigures office, OfficeOverlap overlap, ReportAccess access) {
        this.office = office;
        this.overlap = overlap;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<Office> read(@PathVariable String code) {
        access.requireOfficeReader(code, CurrentUser.require());
        return answer(code);
    }

    @PostMapping
    ResponseEntity<Office> open(@PathVariable String code) {
        office.open(code, requireWriter(code));
        return answer(code);
    }

    /** Doubtful figures do not keep it from being closed: whoever reads them here decides. */
    @PostMapping("/close")
    ResponseEntity<Office> close(@PathVariable String code) {
        office.close(code, requireWriter(code));
        return answer(code);
    }

    @PostMapping("/reopen")
    ResponseEntity<Office> reopen(@PathVariable String code) {
        office.reopen(code, requireWriter(code));
        return answer(code);
    }

    private String requireWriter(String code) {
        CurrentUser user = CurrentUser.require();
        access.requireOfficeWriter(code, user);
        return user.id();
    }

    private ResponseEntity<Office> answer(String code) {
        OfficeStanding standing = office.standing(code);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Office.of(standing, standing.isClosable() ? overlap.of(code) : List.of()));
    }
}
