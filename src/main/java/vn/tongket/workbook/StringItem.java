package vn.tongket.workbook;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A string of a workbook, shared or inline: runs of letters, each with a look of its own. */
final class StringItem {

    private StringItem() {}

    /** Its text, without the readings that East Asian scripts add. The reader stands at its start, then at its end. */
    static String text(XMLStreamReader at, ReadingBounds bounds) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1, phonetic = 0; depth > 0; ) {
            switch (at.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    if (at.getLocalName().equals("rPh")) {
                        phonetic = depth;
                    } else if (at.getLocalName().equals("t") && phonetic == 0) {
                        text.append(bounds.text(OfficePackage.text(at)));
                        depth--;
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    phonetic = phonetic == depth ? 0 : phonetic;
                    depth--;
                }
                default -> {}
            }
        }
        return text.toString();
    }
}
