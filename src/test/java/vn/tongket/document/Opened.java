package vn.tongket.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** A written file opened again, as Word would read it. */
record Opened(XWPFDocument document) {

    static Opened of(byte[] file) {
        try {
            return new Opened(new XWPFDocument(new ByteArrayInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paragraphs of that style outside tables, no-break spaces as plain ones. */
    List<String> texts(Style... styles) {
        List<String> ids = Stream.of(styles).map(Style::id).toList();
        return document.getParagraphs().stream()
                .filter(paragraph -> ids.contains(paragraph.getStyle()))
                .map(Opened::text)
                .toList();
    }

    /** All body text, one line per paragraph. */
    String body() {
        return String.join(
                "\n", document.getParagraphs().stream().map(Opened::text).toList());
    }

    XWPFTable table(int index) {
        return document.getTables().get(index);
    }

    List<String> cell(int table, int row, int cell) {
        return table(table).getRow(row).getCell(cell).getParagraphs().stream()
                .map(Opened::text)
                .toList();
    }

    List<String> row(int table, int row) {
        return table(table).getRow(row).getTableCells().stream()
                .map(cell -> cell.getText().replace('\u00A0', ' '))
                .toList();
    }

    List<List<String>> rows(int table) {
        return Stream.iterate(0, i -> i + 1)
                .limit(table(table).getNumberOfRows())
                .map(i -> row(table, i))
                .toList();
    }

    /** Every section in order; the last one stands at the end of the body. */
    List<CTSectPr> sections() {
        Stream<CTSectPr> inner = document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getCTP().isSetPPr()
                        && paragraph.getCTP().getPPr().isSetSectPr())
                .map(paragraph -> paragraph.getCTP().getPPr().getSectPr());
        return Stream.concat(inner, Stream.of(document.getDocument().getBody().getSectPr()))
                .toList();
    }

    private static String text(XWPFParagraph paragraph) {
        return paragraph.getText().replace('\u00A0', ' ');
    }
}
