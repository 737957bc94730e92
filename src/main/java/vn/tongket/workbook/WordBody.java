package vn.tongket.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.workbook.WordStyles.InList;

/** The main part of a Word file as lines, read as a stream; whatever is neither text nor list is only counted. */
final class WordBody {

    /** Ten times what an outline asks for. */
    private static final int MAX_TEXT = 400_000;

    private static final int MAX_LINES = 20_000;

    /** A content control on the way. */
    private static final class Control {

        private @Nullable String tag;
        private boolean prompt;
    }

    private final WordStyles styles;
    private final WordLists lists;
    private final Deque<Control> controls = new ArrayDeque<>();
    private final List<WordLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<WordLoss> losses = new ArrayList<>();
    private @Nullable String control;
    private @Nullable String style;
    private int outline = -1;
    private int list = -1;
    private int depth = -1;
    private boolean inParagraphProperties;
    private boolean inRunProperties;
    private boolean hidden;
    private boolean placeholder;
    private boolean goesOn;
    private int total;

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
        body.goesOn = false;
        if (!body.text.isEmpty()) {
            body.line();
        }
        return body.lines;
    }

    private void start(XMLStreamReader at) throws XMLStreamException {
        String value = OfficePackage.attribute(at, "val");
        switch (at.getLocalName()) {
            case "sdt" -> controls.push(new Control());
            case "tag" -> control().tag = value;
            case "showingPlcHdr" -> control().prompt = isOn(value);
            case "p" -> paragraph();
            case "pPr" -> inParagraphProperties = true;
            case "rPr" -> inRunProperties = true;
            case "pStyle" -> style = value;
            case "outlineLvl" -> outline = WordStyles.number(value);
            case "numId" -> list = WordStyles.number(value);
            case "ilvl" -> depth = WordStyles.number(value);
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
            case "ins", "moveTo" -> changed(WordLoss.INSERTED);
            case "del", "moveFrom" -> deleted(at);
            case "drawing", "pict", "object" -> shape(at);
            case "oMath" -> lose(at, WordLoss.EQUATION);
            case "footnoteReference", "endnoteReference" -> losses.add(WordLoss.NOTE);
            case "commentReference" -> losses.add(WordLoss.COMMENT);
            case "Fallback", "pPrChange", "rPrChange", "sectPr", "sectPrChange", "numberingChange" -> skip(at);
            default -> {}
        }
    }

    private void end(String name) {
        switch (name) {
            case "sdt" -> controls.pop();
            case "pPr" -> inParagraphProperties = false;
            case "rPr" -> inRunProperties = false;
            case "p" -> line();
            default -> {}
        }
    }

    private Control control() {
        Control control = controls.peek();
        if (control == null) {
            throw OfficePackage.broken();
        }
        return control;
    }

    /** One whose end mark was deleted goes on in the next. */
    private void paragraph() {
        if (!goesOn) {
            style = null;
            outline = -1;
            list = -1;
            depth = -1;
            control = tag();
        }
        goesOn = false;
    }

    private @Nullable String tag() {
        return controls.stream()
                .map(each -> each.tag)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void write(String piece) {
        if (hidden) {
            if (!piece.isBlank()) {
                losses.add(WordLoss.HIDDEN);
            }
            return;
        }
        if (placeholder && controls.stream().anyMatch(each -> each.prompt)) {
            return;
        }
        control = control == null ? tag() : control;
        text.append(piece);
        count(piece.length());
    }

    private void count(int more) {
        total += more;
        if (total > MAX_TEXT || lines.size() > MAX_LINES) {
            throw DomainException.refused(
                    "Tệp dài hơn 400.000 ký tự hoặc 20.000 đoạn, không phải báo cáo theo đề cương này.");
        }
    }

    private void line() {
        if (goesOn) {
            return;
        }
        int level = outline >= 0 ? WordStyles.level(outline) : styles.level(style);
        String said = text.toString().strip();
        // Blank items are not numbered by people, but by Word.
        String label = level > 0 ? "" : lists.next(item());
        add(new WordLine(control, level, said.isEmpty() ? "" : label, said, false, losses));
        text.setLength(0);
    }

    private void add(WordLine line) {
        lines.add(line);
        losses = new ArrayList<>();
        count(1);
    }

    private @Nullable InList item() {
        InList ofStyle = styles.list(style);
        if (list >= 0) {
            return new InList(list, depth >= 0 ? depth : 0);
        }
        return ofStyle == null || depth < 0 ? ofStyle : new InList(ofStyle.list(), depth);
    }

    private void changed(WordLoss kind) {
        if (!inRunProperties) {
            losses.add(kind);
        }
    }

    private void deleted(XMLStreamReader at) throws XMLStreamException {
        if (inRunProperties) {
            goesOn = goesOn || inParagraphProperties;
            return;
        }
        lose(at, WordLoss.DELETED);
    }

    private void table(XMLStreamReader at) throws XMLStreamException {
        String words = WordTable.text(at, MAX_TEXT - total);
        count(words.length());
        losses.add(WordLoss.TABLE);
        add(new WordLine(tag(), 0, "", words, true, losses));
    }

    private void shape(XMLStreamReader at) throws XMLStreamException {
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
        losses.add(words ? WordLoss.TEXT_BOX : WordLoss.PICTURE);
    }

    private void lose(XMLStreamReader at, WordLoss kind) throws XMLStreamException {
        skip(at);
        losses.add(kind);
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
