package vn.tongket.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of the list of notices, which people open in Excel. */
class CsvLineTests {

    @Test
    void keepsEachValueInItsColumn() {
        assertThat(CsvLine.of(1, "SONGDA", "a;b", "Nói “vậy” là \"vậy\"", ""))
                .isEqualTo("\"1\";\"SONGDA\";\"a;b\";\"Nói “vậy” là \"\"vậy\"\"\";\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=\"a\";\"b\""})
    void letsNoValueBecomeAFormula(String value) {
        assertThat(CsvLine.of("x", value)).isEqualTo("\"x\";\"'" + value.replace("\"", "\"\"") + "\"\r\n");
    }

    @Test
    void leavesSignsInsideAValueAlone() {
        assertThat(CsvLine.of("a=b", "45/KH-CĐXD")).isEqualTo("\"a=b\";\"45/KH-CĐXD\"\r\n");
    }
}
