package vn.tongket.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quartiles 10 and 20: the fences are at −5 and 35. */
class PeerFigureTests {

    @ParameterizedTest
    @CsvSource({"-5.0000000001, true", "-5, false", "10, false", "35, false", "35.0000000001, true"})
    void isUnusualBeyondTheFencesOnly(String own, boolean unusual) {
        assertThat(figure(own, 5, true).unusual()).isEqualTo(unusual);
    }

    @Test
    void saysNothingOfFewUnitsOfASizeOrOfNoValue() {
        assertThat(figure("99", 4, true).unusual()).isFalse();
        assertThat(figure("99", 50, false).unusual()).isFalse();
        assertThat(figure(null, 50, true).unusual()).isFalse();
    }

    private static PeerFigure figure(String own, int units, boolean comparable) {
        return new PeerFigure(
                "PL01.LD_NU",
                2012,
                own == null ? null : new BigDecimal(own),
                units,
                BigDecimal.TEN,
                new BigDecimal("15"),
                new BigDecimal("20"),
                "",
                comparable);
    }
}
