package vn.tongket.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;

/** A ZIP of XML parts, as Excel and Word write it; its parts are read as streams, never whole. */
final class OfficePackage implements Closeable {

    private static final XMLInputFactory XML = factory();
    private static final int MAX_PARTS = 1000;
    private static final int MAX_TEXT = 1_000_000;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    /** What goes on at each start of an element, with the reader standing there. */
    interface Visitor {
        void element(String name, XMLStreamReader at) throws XMLStreamException;
    }

    OfficePackage(Path file) {
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw broken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (zip.size() > MAX_PARTS) {
            closeUnread();
            throw DomainException.refused("Tệp gồm quá nhiều phần bên trong.");
        }
        zip.stream().forEach(entry -> entries.put(entry.getName(), entry));
    }

    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    int size() {
        return zip.size();
    }

    long compressedSize(String name) {
        return Objects.requireNonNull(entries.get(name)).getCompressedSize();
    }

    /** How large the part says it is once inflated. */
    long size(String name) {
        return Objects.requireNonNull(entries.get(name)).getSize();
    }

    InputStream open(String name) {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw broken();
        }
        try {
            return zip.getInputStream(entry);
        } catch (IOException e) {
            throw broken();
        }
    }

    /** Walks over the elements of a part; a part that is not there has none. */
    void visit(String name, Visitor visitor) {
        if (!has(name)) {
            return;
        }
        try (InputStream in = new XmlBytes(open(name))) {
            XMLStreamReader reader = reader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    visitor.element(reader.getLocalName(), reader);
                }
            }
        } catch (XMLStreamException | IOException e) {
            throw broken();
        }
    }

    /** A parser without entities and DTD, for UTF-8 only: {@link XmlBytes} looks at bytes. */
    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(in);
        String encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw DomainException.refused("Tệp ghi XML bằng bảng mã “%s”, không đọc được.".formatted(encoding));
        }
        return reader;
    }

    /** The text inside the element at which the reader stands, whatever is nested in it. */
    static String text(XMLStreamReader at) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (at.next()) {
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.CHARACTERS, XMLStreamReader.SPACE -> text.append(at.getText());
                default -> {}
            }
            if (text.length() > MAX_TEXT) {
                throw DomainException.refused("Tệp có một đoạn chữ dài bất thường nên không được đọc.");
            }
        }
        return text.toString();
    }

    /** The attribute of that local name, whatever its namespace. */
    static @Nullable String attribute(XMLStreamReader at, String name) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(name)) {
                return at.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A whole number of the element; {@code otherwise} when there is none, or something else. */
    static int integer(XMLStreamReader at, String name, int otherwise) {
        String value = attribute(at, name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    static DomainException broken() {
        return DomainException.refused(
                "Tệp bị hỏng, không đọc được. Hãy mở tệp bằng Excel hoặc Word, lưu lại rồi nộp lại.");
    }

    private void closeUnread() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static XMLInputFactory factory() {
        // The platform's own: one that a library brings might take these settings in another way.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
