package vn.tongket.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;

/**
 * Looks at every byte of an Office file before anything is made of it, in a few kilobytes of memory: how much it
 * inflates to, what is hidden in it, and whether its XML is plain. What passes is harmless to read.
 */
final class UploadGuard {

    /** Compressed; a full workbook takes a hundredth of it, a report with pictures most of it. */
    static final int MAX_FILE = 10_000_000;

    private static final long MAX_INFLATED = 48_000_000;
    private static final long SMALL = 2_000_000;
    private static final int MAX_RATIO = 150;
    private static final int MAX_DEPTH = 200;

    /** Parts by a piece of their names, and what they are. */
    private static final Map<String, String> FORBIDDEN = new TreeMap<>(Map.of(
            "vbaproject", "macro",
            "macrosheets/", "macro",
            "dialogsheets/", "macro",
            "/activex/", "điều khiển ActiveX",
            "/embeddings/", "tệp nhúng (OLE)",
            "oleobject", "tệp nhúng (OLE)",
            "/externallinks/", "liên kết tới tệp khác",
            "/querytables/", "truy vấn dữ liệu bên ngoài",
            "/connections.xml", "truy vấn dữ liệu bên ngoài",
            "/custommacros", "macro"));

    private final OfficePackage parts;
    private long inflated;

    private UploadGuard(OfficePackage parts) {
        this.parts = parts;
    }

    /** @throws DomainException with the sentence that says what is wrong with the file */
    static void check(OfficePackage parts) {
        new UploadGuard(parts).check();
    }

    private void check() {
        if (parts.size() != parts.names().size()) {
            throw DomainException.refused("Tệp có hai phần bên trong cùng tên.");
        }
        for (String name : parts.names()) {
            String lower = "/" + name.toLowerCase(Locale.ROOT);
            FORBIDDEN.forEach((piece, what) -> {
                if (lower.contains(piece)) {
                    throw DomainException.refused(
                            "Tệp có %s nên không được nhận. Hãy bỏ đi rồi lưu lại.".formatted(what));
                }
            });
            part(name, isXml(lower));
        }
    }

    private void part(String name, boolean xml) {
        try (InputStream in = new Inflated(parts.open(name), parts.compressedSize(name))) {
            if (xml) {
                // To its end, where the parser closes it.
                walk(OfficePackage.reader(new XmlBytes(in)), name.endsWith(".rels"));
            } else {
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (XMLStreamException | IOException e) {
            throw OfficePackage.broken();
        }
    }

    private static void walk(XMLStreamReader reader, boolean links) throws XMLStreamException {
        XmlNames names = new XmlNames();
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    if (++depth > MAX_DEPTH) {
                        throw DomainException.refused("Tệp có XML lồng nhau quá nhiều tầng nên không được đọc.");
                    }
                    names.see(reader);
                    if (links) {
                        requireInside(
                                OfficePackage.attribute(reader, "TargetMode"), OfficePackage.attribute(reader, "Type"));
                    }
                }
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE ->
                    throw DomainException.refused("Tệp có khai báo DTD hoặc thực thể trong XML nên không được nhận.");
                default -> {}
            }
        }
    }

    /** A hyperlink is only text; whatever else points outside would be fetched by whoever opens the file. */
    private static void requireInside(@Nullable String mode, @Nullable String type) {
        if ("external".equalsIgnoreCase(mode) && (type == null || !type.endsWith("/hyperlink"))) {
            throw DomainException.refused(
                    "Tệp có liên kết tới tệp khác hoặc địa chỉ bên ngoài nên không được nhận. Hãy bỏ đi rồi lưu lại.");
        }
    }

    private static boolean isXml(String lower) {
        return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
    }

    /** Counts what comes out of the ZIP, against what went in. */
    private final class Inflated extends FilterInputStream {

        private final long compressed;
        private long own;

        Inflated(InputStream in, long compressed) {
            super(in);
            this.compressed = Math.max(1, compressed);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            own += bytes;
            inflated += bytes;
            if (inflated > MAX_INFLATED || (own > SMALL && own / compressed > MAX_RATIO)) {
                throw DomainException.refused("Tệp giải nén ra quá lớn so với một báo cáo nên không được đọc."
                        + " Hãy chép số liệu sang mẫu mới tải về.");
            }
        }
    }
}
