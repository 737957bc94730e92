package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of a table: a line for each row, its cells parted by a bar. */
final class WordTable {

    private static final String BAR = " | ";

    private WordTable() {}

    /** Reads to the table's end. */
    static String text(XMLStreamReader at, ReadingBounds bounds) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int open = 1; open > 0; ) {
            int event = at.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                if (at.getLocalName().equals("t")) {
                    cell.append(bounds.text(OfficePackage.text(at)));
                } else {
                    open++;
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                open--;
                switch (at.getLocalName()) {
                    case "p" -> cell.append(bounds.text(" "));
                    case "tc" -> {
                        bounds.text(BAR);
                        cells.add(cell.toString().strip());
                        cell.setLength(0);
                    }
                    case "tr" -> {
                        row(text, cells);
                        cells.clear();
                    }
                    default -> {}
                }
            }
        }
        return text.toString().strip();
    }

    private static void row(StringBuilder text, List<String> cells) {
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            text.append(String.join(BAR, cells)).append('\n');
        }
    }
}
