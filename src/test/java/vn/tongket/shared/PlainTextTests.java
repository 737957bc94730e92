package vn.tongket.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tongket.document.DocumentText;

/** What people paste, from wherever: what cannot be kept goes, the rest is composed. */
class PlainTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e\u0302\u0301",
                "e\u0000\u0302\u0301",
                "e\u0302\u0001\u0301",
                "e\u0001\u0302\u0002\u0301",
                "e\uD800\u0302\uFFFF\u0301"
            })
    void isComposedAlsoWhereSomethingWasTakenOut(String typed) {
        assertThat(PlainText.clean(typed)).isEqualTo("\u1EBF");
        assertThat(DocumentText.clean(typed)).isEqualTo("\u1EBF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\rb", "a\nb"})
    void everyLineEndIsOne(String typed) {
        assertThat(PlainText.clean(typed)).isEqualTo("a\nb");
        assertThat(DocumentText.clean(typed)).isEqualTo("a\nb");
    }
}
