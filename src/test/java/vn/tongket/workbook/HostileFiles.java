package vn.tongket.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Workbooks that are made to fill the memory of whoever reads them, each as large as the bounds let it be: letters drawn
 * from two, so that they inflate to less than the forbidden multiple. Written as streams, never held.
 */
final class HostileFiles {

    private static final int LARGE = 40_000_000;
    private static final int BLOCKS = 80;
    private static final String SHEET = "xl/worksheets/sheet2.xml";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    interface Part {
        void to(OutputStream out) throws IOException;
    }

    private final Path directory;
    private final String ending;
    private final Map<String, byte[]> sound;
    private final Random random = new Random(7);
    private final byte[] block = new byte[LARGE / BLOCKS];

    /** For files that hold the parts of the sound one, and whose names end so. */
    HostileFiles(Path directory, byte[] sound, String ending) {
        this.directory = directory;
        this.ending = ending;
        this.sound = Damage.unzip(sound);
        for (int index = 0; index < block.length; index++) {
            block[index] = (byte) (random.nextBoolean() ? 'a' : 'b');
        }
    }

    /** Writes them all, one file each, named after what is wrong. */
    static void write(Path directory, byte[] sound) {
        new HostileFiles(directory, sound, ".xlsx").write();
    }

    private void write() {
        part("attribute", SHEET, out -> {
            text(out, HEAD + "<worksheet a=\"");
            for (int block = 0; block < BLOCKS; block++) {
                noise(out, LARGE / BLOCKS);
            }
            text(out, "\"/>");
        });
        part("attribute with signs in it", SHEET, out -> {
            text(out, HEAD + "<worksheet a=\"");
            for (int block = 0; block < BLOCKS; block++) {
                noise(out, LARGE / BLOCKS);
                text(out, ">");
            }
            text(out, "\"/>");
        });
        part("instruction with signs in it", SHEET, out -> {
            text(out, HEAD + "<worksheet><?a ");
            for (int block = 0; block < BLOCKS; block++) {
                noise(out, LARGE / BLOCKS);
                text(out, "<>");
            }
            text(out, "?></worksheet>");
        });
        part("declaration with signs in it", SHEET, out -> {
            text(out, "<?a ");
            for (int block = 0; block < BLOCKS; block++) {
                noise(out, LARGE / BLOCKS);
                text(out, "<");
            }
            text(out, "?><worksheet/>");
        });
        part("attribute in UTF-16", SHEET, out -> wide(out, StandardCharsets.UTF_16, "UTF-16"));
        part("attribute in UTF-16 without a mark", SHEET, out -> wide(out, StandardCharsets.UTF_16BE, "UTF-16BE"));
        part("text of a cell", SHEET, out -> cell(out, "<v>", "</v>"));
        part("text in pieces", SHEET, out -> {
            text(out, HEAD + "<worksheet><sheetData><row><c><v>");
            pieces(out, "<a>", "</a>");
            text(out, "</v></c></row></sheetData></worksheet>");
        });
        part("formula", SHEET, out -> cell(out, "<f>", "</f>"));
        part("inline text", SHEET, out -> cell(out, "<is><t>", "</t></is>"));
        part("shared text", "xl/sharedStrings.xml", out -> {
            text(out, HEAD + "<sst><si>");
            pieces(out, "<t>", "</t>");
            text(out, "</si></sst>");
        });
        part("millions of cells", SHEET, out -> {
            text(out, HEAD + "<worksheet><sheetData><row>");
            many(out, "<c><v>%</v></c>");
            text(out, "</row></sheetData></worksheet>");
        });
        part("ten million empty cells", SHEET, out -> {
            text(out, HEAD + "<worksheet><sheetData><row>");
            String thousand = "<c/>".repeat(1000);
            for (int cells = 0; cells < 10_000_000; cells += 1000) {
                text(out, thousand);
            }
            text(out, "</row></sheetData></worksheet>");
        });
        part("millions of names", SHEET, out -> {
            text(out, HEAD + "<worksheet>");
            many(out, "<a%/>");
            text(out, "</worksheet>");
        });
        part("millions of rows", SHEET, out -> {
            text(out, HEAD + "<worksheet><sheetData>");
            many(out, "<row r=\"%\" hidden=\"1\"/>");
            text(out, "</sheetData></worksheet>");
        });
        part("millions of shared texts", "xl/sharedStrings.xml", out -> {
            text(out, HEAD + "<sst>");
            many(out, "<si><t>%</t></si>");
            text(out, "</sst>");
        });
        part("millions of styles", "xl/styles.xml", out -> {
            text(out, HEAD + "<styleSheet><cellXfs>");
            many(out, "<xf numFmtId=\"%\"/>");
            text(out, "</cellXfs></styleSheet>");
        });
        part("millions of formats", "xl/styles.xml", out -> {
            text(out, HEAD + "<styleSheet><numFmts>");
            many(out, "<numFmt numFmtId=\"%\" formatCode=\"0.0\"/>");
            text(out, "</numFmts></styleSheet>");
        });
        part("millions of relations", "xl/_rels/workbook.xml.rels", out -> {
            text(out, HEAD + "<Relationships>");
            many(out, "<Relationship Id=\"%\" Target=\"a\"/>");
            text(out, "</Relationships>");
        });
        part("millions of content types", "[Content_Types].xml", out -> {
            text(out, HEAD + "<Types>");
            many(out, "<Default Extension=\"%\" ContentType=\"a\"/>");
            text(out, "</Types>");
        });
        part("zip bomb", "xl/media/image1.png", out -> {
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                out.write(new byte[1_000_000]);
            }
        });
        file("sixty-five thousand parts", zip -> {
            for (int part = 0; part < 65_000; part++) {
                zip.putNextEntry(new ZipEntry("xl/" + part));
            }
        });
        file("a hundred megabytes", zip -> {
            zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
            byte[] bytes = new byte[1_000_000];
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                random.nextBytes(bytes);
                zip.write(bytes);
            }
        });
    }

    private void cell(OutputStream out, String before, String after) throws IOException {
        text(out, HEAD + "<worksheet><sheetData><row><c t=\"str\">" + before);
        for (int block = 0; block < BLOCKS; block++) {
            noise(out, LARGE / BLOCKS);
            text(out, ">");
        }
        text(out, after + "</c></row></sheetData></worksheet>");
    }

    /** Noise in pieces, each between these. */
    void pieces(OutputStream out, String before, String after) throws IOException {
        for (int piece = 0; piece < BLOCKS; piece++) {
            text(out, before);
            noise(out, LARGE / BLOCKS);
            text(out, after);
        }
    }

    /** Letters whose bytes are those of a sign in UTF-8. */
    private void wide(OutputStream out, Charset charset, String name) throws IOException {
        out.write(("<?xml version=\"1.0\" encoding=\"" + name + "\"?><worksheet a=\"").getBytes(charset));
        for (int letter = 0; letter < LARGE / 2; letter++) {
            out.write(random.nextBoolean() ? 0x3c : 0x41);
            out.write(random.nextBoolean() ? 0x3c : 0x42);
        }
        out.write("\"/>".getBytes(charset));
    }

    /** That element again and again, six other digits each time where it has a %. */
    void many(OutputStream out, String element) throws IOException {
        String before = element.substring(0, element.indexOf('%'));
        String after = element.substring(element.indexOf('%') + 1);
        for (int count = 0; count < LARGE / (element.length() + 5); count++) {
            text(out, before + (100_000 + random.nextInt(900_000)) + after);
        }
    }

    /** The same letters after each other as long as no ZIP remembers them. */
    void noise(OutputStream out, int letters) throws IOException {
        out.write(block, 0, letters);
    }

    static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The sound file with that part written so, or added. */
    void part(String name, String part, Part content) {
        file(
                name,
                zip -> {
                    zip.putNextEntry(new ZipEntry(part));
                    content.to(zip);
                },
                part);
    }

    private interface Writer {
        void to(ZipOutputStream zip) throws IOException;
    }

    private void file(String name, Writer more) {
        file(name, more, "");
    }

    private void file(String name, Writer more, String without) {
        Map<String, byte[]> parts = new LinkedHashMap<>(sound);
        parts.remove(without);
        try (ZipOutputStream zip = new ZipOutputStream(
                new BufferedOutputStream(Files.newOutputStream(directory.resolve(name + ending))))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            more.to(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
