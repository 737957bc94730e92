package vn.tongket.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DuplicatesTests {

    private static final int CHUNK = 10;

    @Test
    void explainsByAnAnswerThatNobodyHeard() {
        var duplicates = duplicates(Stream.of(new Copy("m", "to", "a", 1, false), new Copy("m", "to", "b", 1, true)));

        assertThat(duplicates.all()).isOne();
        assertThat(duplicates.unheard()).isOne();
        assertThat(duplicates.unexplained()).isEmpty();
    }

    @Test
    void explainsByNothingWhatCameOfItself() {
        assertThat(duplicates(twice(1, 1)).unexplained()).hasSize(1);
        assertThat(duplicates(twice(1, 1), kill(12)).unexplained()).hasSize(1);
        assertThat(duplicates(twice(1, 1), new Strike(FaultKind.KILL, "b", 1)).unexplained())
                .hasSize(1);
    }

    @Test
    void explainsAChunkByAKillAndNoMore() {
        assertThat(duplicates(twice(1, 10), kill(10)).unexplained()).isEmpty();
        assertThat(duplicates(twice(1, 11), kill(10)).unexplained()).hasSize(1);
        assertThat(duplicates(twice(1, 20), cut(10)).unexplained()).hasSize(10);
    }

    /** The first blow explains what both could, until those come that only it can. */
    @Test
    void passesOnToAnotherBlowWhatThatOneExplainsToo() {
        var duplicates =
                duplicates(Stream.concat(twice(6, 15), Stream.concat(twice(1, 5), twice(16, 20))), cut(10), cut(12));

        assertThat(duplicates.all()).isEqualTo(20);
        assertThat(duplicates.unexplained()).isEmpty();
        assertThat(duplicates.mostAfterOne()).isEqualTo(CHUNK);
    }

    @Test
    void explainsByACutWhatTheOtherNodeHandedOverBefore() {
        Stream<Copy> other = Stream.of(new Copy("m", "to", "b", 40, true), new Copy("m", "to", "a", 7, true));

        assertThat(duplicates(other, cut(5)).unexplained()).isEmpty();
    }

    private static Duplicates duplicates(Stream<Copy> copies, Strike... strikes) {
        return new Duplicates(copies.toList(), List.of(strikes), CHUNK);
    }

    /** Mails that node a handed over under these numbers and node b afterwards. */
    private static Stream<Copy> twice(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(number -> Stream.of(
                        new Copy("m" + number, "to", "a", number, true),
                        new Copy("m" + number, "to", "b", 100 + number, true)));
    }

    private static Strike kill(int handedOver) {
        return new Strike(FaultKind.KILL, "a", handedOver);
    }

    private static Strike cut(int handedOver) {
        return new Strike(FaultKind.CUT, "a", handedOver);
    }
}
