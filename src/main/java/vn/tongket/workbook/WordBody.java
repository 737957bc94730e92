package vn.tongket.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The main part of a Word file as lines, read as a stream; whatever is neither text nor list is only counted. */
final class WordBody {

    private final WordStyles styles;
    private final WordLists lists;
    private final ReadingBounds bounds = ReadingBounds.ofText();
    private final WordControls controls = new WordControls();
    private final List<WordLine> lines = new ArrayList<>();
    private WordParagraph paragraph = new WordParagraph(null);
    private boolean inParagraphProperties;
    private boolean inRunProperties;
    private boolean hidden;
    private boolean placeholder;
    /** Whether the mark at the paragraph's end was deleted: it goes on in the next. */
    private boolean goesOn;

    private WordBody(WordStyles styles, WordLists lists) {
        this.styles = styles;
        this.lists = lists;
    }

    /** The lines of that part. */
    static List<WordLine> read(OfficePackage parts, String part, WordStyles styles, WordLists lists) {
        WordBody body = new WordBody(styles, lists);
        try (InputStream in = new XmlBytes(parts.open(part))) {
            XMLStreamReader at = OfficePackage.reader(in);
            while (at.hasNext()) {
                switch (at.next()) {
                    case XMLStreamReader.START_ELEMENT -> body.start(at);
                    case XMLStreamReader.END_ELEMENT -> body.end(at.getLocalName());
                    default -> {}
                }
            }
        } catch (XMLStreamException | IOException e) {
            throw OfficePackage.broken();
        }
        body.stray();
        return body.lines;
    }

    private void start(XMLStreamReader at) throws XMLStreamException {
        String value = OfficePackage.attribute(at, "val");
        switch (at.getLocalName()) {
            case "sdt" -> controls.begin();
            case "tag" -> controls.tag(bounds.attribute(value));
            case "showingPlcHdr" -> {
                if (isOn(value)) {
                    controls.prompt();
                }
            }
            case "p" -> paragraph();
            case "pPr" -> inParagraphProperties = true;
            case "rPr" -> inRunProperties = true;
            case "pStyle" -> paragraph.style(value);
            case "outlineLvl" -> paragraph.outline(WordStyles.number(value));
            case "numId" -> paragraph.list(WordStyles.number(value));
            case "ilvl" -> paragraph.depth(WordStyles.number(value));
            case "r" -> {
                hidden = false;
                placeholder = false;
            }
            case "vanish" -> hidden = !inParagraphProperties && isOn(value);
            case "rStyle" -> placeholder = styles.isPlaceholder(value);
            case "t" -> write(OfficePackage.text(at));
            case "noBreakHyphen" -> write("-");
            case "cr" -> write("\n");
            case "br" -> write(OfficePackage.attribute(at, "type") == null ? "\n" : "");
            case "tab" -> write(inParagraphProperties ? "" : " ");
            case "tbl" -> table(at);
            case "ins", "moveTo" -> inserted();
            case "del", "moveFrom" -> deleted(at);
            case "drawing", "pict", "object" -> lose(shape(at));
            case "oMath" -> lose(at, WordLoss.EQUATION);
            case "sym" -> lose(WordLoss.SYMBOL);
            case "footnoteReference", "endnoteReference" -> lose(WordLoss.NOTE);
            case "commentReference" -> lose(WordLoss.COMMENT);
            case "Fallback", "pPrChange", "rPrChange", "sectPr", "sectPrChange", "numberingChange" -> skip(at);
            default -> {}
        }
    }

    private void end(String name) {
        switch (name) {
            case "sdt" -> controls.end();
            case "pPr" -> inParagraphProperties = false;
            case "rPr" -> inRunProperties = false;
            case "p" -> {
                if (!goesOn) {
                    line();
                }
            }
            default -> {}
        }
    }

    private void paragraph() {
        if (!goesOn) {
            stray();
            paragraph = new WordParagraph(controls.tag());
        }
        goesOn = false;
    }

    /** What stands between paragraphs, or in a last one that wants to go on. */
    private void stray() {
        if (!paragraph.isEmpty()) {
            line();
        }
    }

    private void write(String piece) {
        if (hidden) {
            if (!piece.isBlank()) {
                lose(WordLoss.HIDDEN);
            }
        } else if (!placeholder || !controls.isPrompt()) {
            paragraph.write(bounds.text(piece), controls.tag());
        }
    }

    private void line() {
        bounds.piece();
        lines.add(paragraph.line(styles, lists));
        paragraph = new WordParagraph(null);
    }

    private void lose(WordLoss loss) {
        bounds.piece();
        paragraph.lose(loss);
    }

    private void lose(XMLStreamReader at, WordLoss loss) throws XMLStreamException {
        skip(at);
        lose(loss);
    }

    private void inserted() {
        if (!inRunProperties) {
            lose(WordLoss.INSERTED);
        }
    }

    private void deleted(XMLStreamReader at) throws XMLStreamException {
        if (inRunProperties) {
            goesOn = goesOn || inParagraphProperties;
        } else {
            lose(at, WordLoss.DELETED);
        }
    }

    private void table(XMLStreamReader at) throws XMLStreamException {
        String words = WordTable.text(at, bounds);
        bounds.piece();
        lines.add(new WordLine(controls.tag(), 0, "", words, true, List.of(WordLoss.TABLE)));
    }

    private static WordLoss shape(XMLStreamReader at) throws XMLStreamException {
        boolean words = false;
        for (int open = 1; open > 0; ) {
            switch (at.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    open++;
                    words |= at.getLocalName().equals("txbxContent");
                }
                case XMLStreamReader.END_ELEMENT -> open--;
                default -> {}
            }
        }
        return words ? WordLoss.TEXT_BOX : WordLoss.PICTURE;
    }

    private static void skip(XMLStreamReader at) throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = at.next();
            open += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
        }
    }

    private static boolean isOn(@Nullable String value) {
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }
}
