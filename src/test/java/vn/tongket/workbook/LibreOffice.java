package vn.tongket.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * LibreOffice without a screen. Values are put into the workbook as LibreOffice has opened it (its flat XML), and
 * LibreOffice writes the .xlsx file, with its own styles, strings and properties.
 */
final class LibreOffice {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    private LibreOffice() {}

    static boolean isThere() {
        return Files.isExecutable(Path.of("/usr/bin/soffice"));
    }

    /** The workbook with these values typed in, as LibreOffice saves it; texts by {@code PL01!E5}, numbers as BigDecimal. */
    static byte[] fill(byte[] xlsx, Map<String, Object> values) {
        try {
            Document flat = parse(convert(xlsx, "xlsx", "fods"));
            values.forEach((place, value) -> put(flat, place, value));
            return convert(bytes(flat), "fods", "xlsx");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What LibreOffice makes of a file. */
    static byte[] convert(byte[] bytes, String from, String to) {
        try {
            Path folder = Files.createTempDirectory("soffice");
            try {
                Files.write(folder.resolve("in." + from), bytes);
                Process process = new ProcessBuilder(
                                "soffice",
                                "-env:UserInstallation="
                                        + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                to,
                                "--outdir",
                                folder.resolve("out").toString(),
                                folder.resolve("in." + from).toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
                if (!process.waitFor(120, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("LibreOffice does not come to an end");
                }
                return Files.readAllBytes(folder.resolve("out").resolve("in." + to));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void put(Document flat, String place, Object value) {
        int mark = place.lastIndexOf('!');
        var address = new org.apache.poi.ss.util.CellReference(place.substring(mark + 1));
        Element table = table(flat, place.substring(0, mark));
        Element row = split(rows(table, address.getRow()), "number-rows-repeated");
        Element cell =
                split(nth(row, "table-cell", "number-columns-repeated", address.getCol()), "number-columns-repeated");
        while (cell.getFirstChild() != null) {
            cell.removeChild(cell.getFirstChild());
        }
        cell.removeAttributeNS(CALC, "value-type");
        cell.removeAttributeNS(OFFICE, "value");
        cell.removeAttributeNS(OFFICE, "date-value");
        if (value instanceof java.math.BigDecimal number) {
            cell.setAttributeNS(OFFICE, "office:value-type", "float");
            cell.setAttributeNS(OFFICE, "office:value", number.toPlainString());
        } else if (value instanceof java.time.LocalDate date) {
            cell.setAttributeNS(OFFICE, "office:value-type", "date");
            cell.setAttributeNS(OFFICE, "office:date-value", date.toString());
        } else {
            cell.setAttributeNS(OFFICE, "office:value-type", "string");
            value.toString().lines().forEach(line -> {
                Element paragraph = flat.createElementNS(TEXT, "text:p");
                paragraph.setTextContent(line);
                cell.appendChild(paragraph);
            });
        }
    }

    private static Element table(Document flat, String name) {
        var tables = flat.getElementsByTagNameNS(TABLE, "table");
        for (int i = 0; i < tables.getLength(); i++) {
            if (((Element) tables.item(i)).getAttributeNS(TABLE, "name").equals(name)) {
                return (Element) tables.item(i);
            }
        }
        throw new IllegalStateException("No sheet " + name);
    }

    /** The row of that number, wherever it is nested (heads that repeat on each page are). */
    private static At rows(Element table, int number) {
        int at = 0;
        var rows = table.getElementsByTagNameNS(TABLE, "table-row");
        for (int i = 0; i < rows.getLength(); i++) {
            Element row = (Element) rows.item(i);
            int count = repeated(row, "number-rows-repeated");
            if (number < at + count) {
                return new At(row, number - at);
            }
            at += count;
        }
        throw new IllegalStateException("No row " + number);
    }

    private record At(Element element, int offset) {}

    private static At nth(Element parent, String name, String attribute, int number) {
        int at = 0;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(name)) {
                int count = repeated(element, attribute);
                if (number < at + count) {
                    return new At(element, number - at);
                }
                at += count;
            }
        }
        throw new IllegalStateException("No " + name + " " + number);
    }

    private static int repeated(Element element, String attribute) {
        String count = element.getAttributeNS(TABLE, attribute);
        return count.isEmpty() ? 1 : Integer.parseInt(count);
    }

    /** One of several equal elements written as one, made an element of its own. */
    private static Element split(At at, String attribute) {
        int count = repeated(at.element(), attribute);
        if (count == 1) {
            return at.element();
        }
        Element one = (Element) at.element().cloneNode(true);
        one.removeAttributeNS(TABLE, attribute);
        Element before = (Element) at.element().cloneNode(true);
        if (at.offset() > 0) {
            before.setAttributeNS(TABLE, "table:" + attribute, String.valueOf(at.offset()));
            at.element().getParentNode().insertBefore(before, at.element());
        }
        at.element().getParentNode().insertBefore(one, at.element());
        int after = count - at.offset() - 1;
        if (after > 0) {
            at.element().setAttributeNS(TABLE, "table:" + attribute, String.valueOf(after));
        } else {
            at.element().getParentNode().removeChild(at.element());
        }
        return one;
    }

    private static Document parse(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(Document document) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(bytes));
        return bytes.toByteArray();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
