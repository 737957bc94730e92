package vn.tongket.review.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.report.ReportAccess;
import vn.tongket.review.PeerFigure;
import vn.tongket.review.PeerFigures;
import vn.tongket.security.CurrentUser;

/** A unit's figures beside those of the other unions of its kind; for the focal department and observers. */
@RestController
class PeersApi {

    /** Numbers rounded for show, two digits at most; {@code year} null: all years together. */
    record PeerJson(
            String indicator,
            @Nullable Integer year,
            @Nullable String own,
            int units,
            @Nullable String lower,
            @Nullable String median,
            @Nullable String upper,
            String basis,
            boolean unusual) {

        private static final int DIGITS = 2;

        static PeerJson of(PeerFigure figure) {
            return new PeerJson(
                    figure.indicator(),
                    figure.year(),
                    shown(figure.own()),
                    figure.units(),
                    shown(figure.lower()),
                    shown(figure.median()),
                    shown(figure.upper()),
                    figure.basis(),
                    figure.unusual());
        }

        private static @Nullable String shown(@Nullable BigDecimal number) {
            if (number == null) {
                return null;
            }
            BigDecimal rounded = number.setScale(DIGITS, RoundingMode.HALF_UP);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }
    }

    private final PeerFigures peers;
    private final ReportAccess access;

    PeersApi(PeerFigures peers, ReportAccess access) {
        this.peers = peers;
        this.access = access;
    }

    @GetMapping(
            path = "/api/reports/{campaign}/{unit}/review/peers/{appendix}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<PeerJson>> peers(
            @PathVariable String campaign, @PathVariable String unit, @PathVariable String appendix) {
        access.requireReviewReader(campaign, CurrentUser.require());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(peers.of(campaign, unit, appendix).stream()
                        .map(PeerJson::of)
                        .toList());
    }
}
