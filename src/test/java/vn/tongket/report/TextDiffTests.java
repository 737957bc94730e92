package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts differ; written as {@code =3} for kept paragraphs, {@code -a}, {@code +b}, and {@code a [-b] [+c]} inside. */
class TextDiffTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Đã mở 12 lớp.|Đã mở 12 lớp.|=1",
                "Đã mở 12 lớp.|Đã mở 15 lớp.|Đã mở [-12] [+15] lớp.",
                "''|Đã mở 12 lớp.|+Đã mở 12 lớp.",
                "Đã mở 12 lớp.|''|-Đã mở 12 lớp.",
                "''|''|''",
                "Một~Hai~Ba|Một~Ba|=1 / -Hai / =1",
                "Một~Ba|Một~Hai~Ba|=1 / +Hai / =1",
                "Mở đầu~Đã mở 12 lớp~Kết|Mở đầu~Thêm hẳn một đoạn~Đã mở 15 lớp~Kết|"
                        + "=1 / +Thêm hẳn một đoạn / Đã mở [-12] [+15] lớp / =1",
                "Hoàn toàn khác|Không giống gì|-Hoàn toàn khác / +Không giống gì",
                "a b c d|b c d e|[-a] b c d [+e]",
                "Một  hai|Một hai|Một hai",
            })
    void tellsWhatBecameOfParagraphsAndWords(String before, String after, String expected) {
        assertThat(show(TextDiff.of(before.replace('~', '\n'), after.replace('~', '\n'))))
                .isEqualTo(expected);
    }

    @Test
    void takesDecomposedTextForTheSame() {
        assertThat(show(TextDiff.of(
                        "Tổng kết", java.text.Normalizer.normalize("Tổng kết", java.text.Normalizer.Form.NFD))))
                .isEqualTo("=1");
    }

    @Test
    void takesTheMiddleOfVeryLongTextsAsReplacedAndKeepsTheirEnds() {
        String before = lines("cũ", 2000);
        String after = lines("mới", 2000);

        TextDiff diff = TextDiff.of("Mở đầu\n" + before + "\nKết", "Mở đầu\n" + after + "\nKết");

        assertThat(show(diff)).startsWith("=1 / ").endsWith(" / =1");
        assertThat(read(diff, TextDiff.Change.REMOVED)).isEqualTo(before);
        assertThat(read(diff, TextDiff.Change.ADDED)).isEqualTo(after);
    }

    /** Whatever was typed: the kept and removed words are the old text, the kept and added ones the new. */
    @Property(tries = 500)
    void losesNoWordOfEitherText(
            @ForAll @StringLength(max = 60) @Chars({'a', 'b', 'c', ' ', '\n'}) String before,
            @ForAll @StringLength(max = 60) @Chars({'a', 'b', 'c', ' ', '\n'}) String after) {
        TextDiff diff = TextDiff.of(unfolded(before, "x"), unfolded(after, "y"));

        assertThat(squeezed(words(diff, TextDiff.Change.REMOVED))).isEqualTo(squeezed(unfolded(before, "x")));
        assertThat(squeezed(words(diff, TextDiff.Change.ADDED))).isEqualTo(squeezed(unfolded(after, "y")));
    }

    /** Each line ends with its own sign, so that no two lines of the two texts are the same. */
    private static String unfolded(String text, String sign) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line + " " + sign)
                .collect(Collectors.joining("\n"));
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String words(TextDiff diff, TextDiff.Change which) {
        return diff.passages().stream()
                .flatMap(passage -> passage.words().stream())
                .filter(words -> words.change() == which || words.change() == TextDiff.Change.KEPT)
                .map(TextDiff.Words::text)
                .collect(Collectors.joining(" "));
    }

    private static String read(TextDiff diff, TextDiff.Change which) {
        return diff.passages().stream()
                .flatMap(passage -> passage.words().stream())
                .filter(words -> words.change() == which)
                .map(TextDiff.Words::text)
                .collect(Collectors.joining("\n"));
    }

    private static String lines(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + i).collect(Collectors.joining("\n"));
    }

    private static String show(TextDiff diff) {
        return diff.passages().stream().map(TextDiffTests::show).collect(Collectors.joining(" / "));
    }

    private static String show(TextDiff.Passage passage) {
        return switch (passage.change()) {
            case KEPT -> "=" + passage.paragraphs();
            case REMOVED -> "-" + passage.words().get(0).text();
            case ADDED -> "+" + passage.words().get(0).text();
            case CHANGED ->
                passage.words().stream()
                        .map(words -> switch (words.change()) {
                            case REMOVED -> "[-" + words.text() + "]";
                            case ADDED -> "[+" + words.text() + "]";
                            default -> words.text();
                        })
                        .collect(Collectors.joining(" "));
        };
    }
}
