package vn.tongket.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.StringTokenizer;
import javax.xml.namespace.QName;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSettings;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageNumber;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSdtBlock;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSdtContentBlock;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import vn.tongket.shared.TimeConfiguration;

/**
 * A Word file in the making: styles, lists, page headers and sections. Every paragraph takes its look from a named
 * style, so that people can go on working in Word.
 */
final class WordFile {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /** The abstract list of {@code numbering.xml} that counts. */
    private static final BigInteger NUMBERED = BigInteger.TWO;

    private final XWPFDocument document = new XWPFDocument();
    private int lists;
    private @Nullable CTSdtContentBlock control;

    private WordFile() {}

    /** An empty upright file whose title, author and date stand in its properties. */
    static WordFile create(String title, String author, @Nullable LocalDate date) {
        WordFile file = new WordFile();
        try {
            file.loadStyles();
        } catch (IOException | XmlException e) {
            throw new IllegalStateException("styles of official documents", e);
        }
        file.currentLook();
        file.describe(title, author, date);
        file.numberPages();
        Page.PORTRAIT.applyTo(file.section());
        return file;
    }

    private void loadStyles() throws IOException, XmlException {
        try (InputStream styles = resource("styles.xml");
                InputStream numbering = resource("numbering.xml")) {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(styles).getStyles());
            CTNumbering shipped = NumberingDocument.Factory.parse(numbering).getNumbering();
            document.createNumbering().setNumbering(shipped);
            lists = shipped.sizeOfNumArray();
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(WordFile.class.getResourceAsStream("/document/" + name), name);
    }

    /** Without this, Word lays the file out as its 2003 version did and says so in the title bar. */
    private void currentLook() {
        XWPFSettings settings = document.getSettings();
        try (XmlCursor cursor = settings.getCTSettings().newCursor()) {
            cursor.toEndToken();
            cursor.beginElement(new QName(W, "compat"));
            cursor.beginElement(new QName(W, "compatSetting"));
            cursor.insertAttributeWithValue(new QName(W, "name"), "compatibilityMode");
            cursor.insertAttributeWithValue(new QName(W, "uri"), "http://schemas.microsoft.com/office/word");
            cursor.insertAttributeWithValue(new QName(W, "val"), "15");
        }
    }

    private void describe(String title, String author, @Nullable LocalDate date) {
        POIXMLProperties properties = document.getProperties();
        properties.getCoreProperties().setTitle(DocumentText.clean(title));
        properties.getCoreProperties().setCreator(DocumentText.clean(author));
        properties
                .getCoreProperties()
                .setCreated(Optional.ofNullable(date)
                        .map(day -> Date.from(
                                day.atStartOfDay(TimeConfiguration.ZONE).toInstant())));
        properties.getCoreProperties().getUnderlyingProperties().setLanguageProperty("vi-VN");
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("Tổng kết");
    }

    /** The number stands centred in the top margin, and not on a section's first page. */
    private void numberPages() {
        XWPFParagraph number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        number.setStyle(Style.PAGE_NUMBER.id());
        number.getCTP().addNewFldSimple().setInstr("PAGE");
        document.createHeader(HeaderFooterType.FIRST).createParagraph().setStyle(Style.PAGE_NUMBER.id());
    }

    private CTSectPr section() {
        return document.getDocument().getBody().getSectPr();
    }

    /** Ends the section here; what follows starts on a new page of that shape, numbered from 1. */
    void newSection(Page page) {
        paragraph(Style.END, "").getCTP().getPPr().setSectPr((CTSectPr)
                section().copy());
        page.applyTo(section());
        CTPageNumber numbers = section().isSetPgNumType()
                ? section().getPgNumType()
                : section().addNewPgNumType();
        numbers.setStart(BigInteger.ONE);
    }

    /** The id of a new list that is numbered from there. */
    BigInteger listFrom(int number) {
        XWPFNumbering numbering = document.getNumbering();
        // The library counts only lists that it made itself, and would give the number of a shipped one again.
        BigInteger list = BigInteger.valueOf(++lists);
        numbering.addNum(NUMBERED, list);
        CTNumLvl level = numbering.getNum(list).getCTNum().addNewLvlOverride();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStartOverride().setVal(BigInteger.valueOf(number));
        return list;
    }

    XWPFParagraph paragraph(Style style, String text) {
        XWPFParagraph paragraph =
                control == null ? document.createParagraph() : new XWPFParagraph(control.addNewP(), document);
        return write(paragraph, style, text);
    }

    /**
     * What the writing adds stands in a content control, which people fill in and cannot delete.
     *
     * @param tag by which a reader finds it again
     * @param title shown at its edge
     * @param prompt whether it holds only words that ask for text, which go once somebody types
     */
    void control(String tag, String title, boolean prompt, Runnable writing) {
        CTSdtBlock block = document.getDocument().getBody().addNewSdt();
        try (XmlCursor cursor = block.addNewSdtPr().newCursor()) {
            cursor.toEndToken();
            element(cursor, "alias", DocumentText.clean(title));
            element(cursor, "tag", tag);
            element(cursor, "lock", "sdtLocked");
            if (prompt) {
                element(cursor, "showingPlcHdr", null);
            }
        }
        control = block.addNewSdtContent();
        writing.run();
        control = null;
    }

    private static void element(XmlCursor cursor, String name, @Nullable String value) {
        cursor.beginElement(new QName(W, name));
        if (value != null) {
            cursor.insertAttributeWithValue(new QName(W, "val"), value);
        }
        cursor.toNextToken();
    }

    /** A property of the file that nobody sees in Word's window. */
    void property(String name, String text) {
        document.getProperties().getCustomProperties().addProperty(name, text);
    }

    /** XML that travels with the file and is never shown (ECMA-376, custom XML data storage). */
    void data(String id, byte[] xml) {
        try {
            OPCPackage parts = document.getPackage();
            PackagePart item = parts.createPart(part("/customXml/item1.xml"), "application/xml");
            write(item, xml);
            document.getPackagePart().addRelationship(item.getPartName(), TargetMode.INTERNAL, RELATIONS + "customXml");
            PackagePart properties = parts.createPart(
                    part("/customXml/itemProps1.xml"),
                    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
            write(properties, """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <ds:datastoreItem ds:itemID="{%s}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>
                    """.formatted(id).getBytes(StandardCharsets.UTF_8));
            item.addRelationship(properties.getPartName(), TargetMode.INTERNAL, RELATIONS + "customXmlProps");
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PackagePartName part(String name) throws InvalidFormatException {
        return PackagingURIHelper.createPartName(name);
    }

    private static void write(PackagePart part, byte[] bytes) {
        try (OutputStream out = part.getOutputStream()) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Into an existing paragraph, such as a cell's first. */
    static XWPFParagraph write(XWPFParagraph paragraph, Style style, String text) {
        paragraph.setStyle(style.id());
        if (!text.isEmpty()) {
            run(paragraph, text);
        }
        return paragraph;
    }

    /** Line ends and tabs become Word's own, for a raw one shows as a space. */
    static XWPFRun run(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        StringTokenizer pieces = new StringTokenizer(DocumentText.clean(text), "\n\t", true);
        while (pieces.hasMoreTokens()) {
            String piece = pieces.nextToken();
            switch (piece) {
                case "\n" -> run.addBreak();
                case "\t" -> run.addTab();
                default -> run.setText(piece, run.getCTR().sizeOfTArray());
            }
        }
        return run;
    }

    XWPFDocument document() {
        return document;
    }

    /** Word wants a paragraph behind a table that ends the file, and would put a tall one there itself. */
    byte[] bytes() {
        if (document.getBodyElements().get(document.getBodyElements().size() - 1) instanceof XWPFTable) {
            paragraph(Style.END, "");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
