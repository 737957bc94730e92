package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of a table: a line for each row, its cells parted by a bar. */
final class WordTable {

    private WordTable() {}

    /**
     * Reads to the table's end.
     *
     * @param room at most so many characters are kept
     */
    static String text(XMLStreamReader at, int room) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int open = 1; open > 0; ) {
            int event = at.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                if (at.getLocalName().equals("t")) {
                    cell.append(OfficePackage.text(at));
                } else {
                    open++;
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                open--;
                switch (at.getLocalName()) {
                    case "p" -> cell.append(' ');
                    case "tc" -> {
                        cells.add(cell.toString().strip());
                        cell.setLength(0);
                    }
                    case "tr" -> {
                        row(text, cells, room);
                        cells.clear();
                    }
                    default -> {}
                }
            }
        }
        return text.toString().strip();
    }

    private static void row(StringBuilder text, List<String> cells, int room) {
        String line = String.join(" | ", cells);
        if (cells.stream().anyMatch(cell -> !cell.isEmpty()) && text.length() + line.length() < room) {
            text.append(line).append('\n');
        }
    }
}
