package vn.tongket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class ProseWriterTests {

    @Test
    void writesWordsOwnListsWithTheNumbersThatWereTyped() throws IOException {
        WordFile file = WordFile.create("Báo cáo", "Công đoàn", null);
        new ProseWriter(file).write("Mở đầu.\n- Một\n+ Nhỏ\n1. Ba\n2. Bốn\nGiữa.\n3. Năm\n5. Sáu");

        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file.bytes()))) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getStyle, XWPFParagraph::getText)
                    .startsWith(
                            tuple("Body", "Mở đầu."),
                            tuple("Item", "Một"),
                            tuple("SubItem", "Nhỏ"),
                            tuple("Numbered", "Ba"),
                            tuple("Numbered", "Bốn"),
                            tuple("Body", "Giữa."),
                            tuple("Numbered", "Năm"),
                            tuple("Numbered", "Sáu"));
            assertThat(List.of(start(word, 3), start(word, 6), start(word, 7))).containsExactly(1, 3, 5);
            assertThat(word.getParagraphs().get(4).getNumID())
                    .isEqualTo(word.getParagraphs().get(3).getNumID());
        }
    }

    private static org.assertj.core.groups.Tuple tuple(String style, String text) {
        return org.assertj.core.groups.Tuple.tuple(style, text);
    }

    /** The number from which the list of that paragraph counts. */
    private static int start(XWPFDocument word, int paragraph) {
        var list = word.getNumbering()
                .getNum(word.getParagraphs().get(paragraph).getNumID())
                .getCTNum();
        return list.getLvlOverrideArray(0).getStartOverride().getVal().intValue();
    }
}
