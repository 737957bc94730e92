package vn.tongket.conference;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings under {@code tongket.conference}; the quorum is a share of the members, by default two thirds. */
@ConfigurationProperties("tongket.conference")
record ConferenceSettings(
        @DefaultValue("2") int quorumNumerator,
        @DefaultValue("3") int quorumDenominator) {

    /** Whether {@code present} of {@code total} members make a quorum; exact, without rounding. */
    boolean isQuorum(int present, int total) {
        return BigDecimal.valueOf(present)
                        .multiply(BigDecimal.valueOf(quorumDenominator))
                        .compareTo(BigDecimal.valueOf(total).multiply(BigDecimal.valueOf(quorumNumerator)))
                >= 0;
    }
}
