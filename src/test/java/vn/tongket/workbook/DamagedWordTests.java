package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tongket.shared.DomainException;

/** Word files that come back spoilt or were made to harm: each told by its own sentences and no other. */
class DamagedWordTests {

    private static final byte[] DOCUMENT = WordSamples.template(WordSamples.full());

    @ParameterizedTest
    @MethodSource("damages")
    void tellsExactlyWhatIsWrong(Damage damage) {
        assertThat(told(damage.of(DOCUMENT))).containsExactlyElementsOf(damage.sentences());
    }

    static Stream<Damage> damages() {
        return WordDamages.all(Samples.EXPECTED.campaign()).stream();
    }

    @Test
    void areMoreThanTwentyToldApart() {
        Set<List<String>> told = WordDamages.all(Samples.EXPECTED.campaign()).stream()
                .map(Damage::sentences)
                .collect(Collectors.toSet());

        assertThat(told).hasSizeGreaterThan(20);
    }

    /** What cannot be taken at one place changes nothing at the others. */
    @Test
    void readsEveryOtherHeadingOfAFileThatHoldsWhatIsNotTaken() {
        for (Damage damage : WordDamages.notTaken()) {
            assertThat(Samples.read(damage.of(DOCUMENT)).content().sections())
                    .as(damage.name())
                    .isEqualTo(WordSamples.full());
        }
    }

    private static List<String> told(byte[] bytes) {
        try {
            Reading reading = Samples.read(bytes);
            return Stream.concat(
                            reading.remarks().stream().map(Damage::sentence),
                            reading.loose().stream()
                                    .map(loose -> "Chưa rõ mục: " + loose.where() + ": " + loose.text()))
                    .toList();
        } catch (DomainException refusal) {
            return List.of("Tệp: " + refusal.getMessage());
        }
    }
}
