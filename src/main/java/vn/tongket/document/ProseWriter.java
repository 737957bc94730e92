package vn.tongket.document;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import vn.tongket.shared.Paragraphs;
import vn.tongket.shared.Paragraphs.Kind;
import vn.tongket.shared.Paragraphs.Paragraph;

/** Writes plain text as Word's own paragraphs and lists. */
final class ProseWriter {

    private final WordFile file;
    private Kind before = Kind.TEXT;
    private int last;
    private BigInteger list = BigInteger.ZERO;

    ProseWriter(WordFile file) {
        this.file = file;
    }

    void write(String text) {
        Paragraphs.of(text).forEach(this::write);
    }

    private void write(Paragraph paragraph) {
        switch (paragraph.kind()) {
            case TEXT -> file.paragraph(Style.BODY, paragraph.text());
            case BULLET -> file.paragraph(Style.ITEM, paragraph.text());
            case SUB_BULLET -> file.paragraph(Style.SUB_ITEM, paragraph.text());
            case NUMBER -> numbered(paragraph);
        }
        before = paragraph.kind();
    }

    /** Word counts by itself; where the numbers do not follow each other, a new list begins with the one typed. */
    private void numbered(Paragraph paragraph) {
        if (before != Kind.NUMBER || paragraph.number() != last + 1) {
            list = file.listFrom(paragraph.number());
        }
        last = paragraph.number();
        XWPFParagraph written = file.paragraph(Style.NUMBERED, paragraph.text());
        written.setNumID(list);
    }
}
