package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tongket.shared.DomainException;

/** Workbooks that come back spoilt: each told by its own sentences and no other. */
class DamagedWorkbooksTests {

    private static final byte[] WORKBOOK = Samples.template(Samples.full());

    @ParameterizedTest
    @MethodSource("damages")
    void tellsExactlyWhatIsWrong(Damage damage) {
        assertThat(told(damage.of(WORKBOOK))).containsExactlyElementsOf(damage.sentences());
    }

    static Stream<Damage> damages() {
        return Damages.all().stream();
    }

    @Test
    void areMoreThanFortyAndNoTwoToldTheSame() {
        Map<List<String>, Damage> told = new HashMap<>();
        List<Damage> wrong = Damages.all().stream()
                .filter(damage -> !damage.sentences().isEmpty())
                .toList();
        wrong.forEach(damage -> told.put(damage.sentences(), damage));

        assertThat(told).hasSizeGreaterThan(60);
    }

    /** What is spoilt in one place is still read everywhere else. */
    @Test
    void readsEverythingElseOfAWorkbookWithAFaultyCell() {
        byte[] bytes = Damage.edit(WORKBOOK, workbook -> Damage.text(workbook, "PL01!E5", "khoảng 500"));
        Map<String, Map<String, String>> wanted =
                Samples.withBlanks(Samples.full().figures());
        wanted.get("PL01.LD").remove("2008");

        assertThat(Samples.read(bytes).content().figures()).isEqualTo(wanted);
    }

    @Test
    void readsMovedRowsAndColumnsAsTheyAreMeant() {
        Damage rows = named("rows moved");
        Damage columns = named("columns moved");

        Map<String, Map<String, String>> wanted =
                Samples.withBlanks(Samples.full().figures());
        assertThat(Samples.read(rows.of(WORKBOOK)).content().figures()).isEqualTo(wanted);
        assertThat(Samples.read(columns.of(WORKBOOK)).content().figures()).isEqualTo(wanted);
    }

    private static Damage named(String name) {
        return Damages.all().stream()
                .filter(damage -> damage.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(byte[] bytes) {
        try {
            return Samples.read(bytes).remarks().stream().map(Damage::sentence).toList();
        } catch (DomainException refusal) {
            return List.of("Tệp: " + refusal.getMessage());
        }
    }
}
