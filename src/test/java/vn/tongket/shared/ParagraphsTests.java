package vn.tongket.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tongket.shared.Paragraphs.Kind.BULLET;
import static vn.tongket.shared.Paragraphs.Kind.NUMBER;
import static vn.tongket.shared.Paragraphs.Kind.SUB_BULLET;
import static vn.tongket.shared.Paragraphs.Kind.TEXT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tongket.shared.Paragraphs.Block;
import vn.tongket.shared.Paragraphs.Paragraph;

/** How lines become paragraphs and lists. */
class ParagraphsTests {

    @Test
    void readsTheSignsAtTheBeginningOfALine() {
        assertThat(Paragraphs.of("Mở đầu.\n\n- Một\n  + Nhỏ\n2. Hai\n3) Ba"))
                .containsExactly(
                        new Paragraph(TEXT, 0, "Mở đầu."),
                        new Paragraph(BULLET, 0, "Một"),
                        new Paragraph(SUB_BULLET, 0, "Nhỏ"),
                        new Paragraph(NUMBER, 2, "Hai"),
                        new Paragraph(NUMBER, 3, "Ba"));
    }

    /** What looks like a sign and is none: a figure, a mark, a year, a number with thousands, a bare dash. */
    @ParameterizedTest
    @ValueSource(
            strings = {"-5% so với năm 2008", "+84 24 000", "2017. Năm thứ mười", "1.234 người", "-", "1.", "*sao*"})
    void leavesOtherLinesAlone(String line) {
        assertThat(Paragraphs.of(line)).containsExactly(new Paragraph(TEXT, 0, line));
    }

    @Test
    void putsItemsThatFollowEachOtherInOneListAndSmallerOnesWithTheirs() {
        assertThat(Paragraphs.blocks("- Một\n+ Nhỏ\n- Hai\nGiữa.\n- Ba"))
                .extracting(Block::kind, block -> block.paragraphs().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(BULLET, 3),
                        org.assertj.core.groups.Tuple.tuple(TEXT, 1),
                        org.assertj.core.groups.Tuple.tuple(BULLET, 1));
    }

    @Test
    void ofNothingMakesNothing() {
        assertThat(Paragraphs.of(" \n \n")).isEmpty();
        assertThat(Paragraphs.blocks("")).isEmpty();
    }
}
