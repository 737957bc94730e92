package vn.tongket.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * One way in which a filled workbook comes back spoilt, and every sentence about it: {@code "Lỗi PL01!E5: …"}, {@code
 * "Lưu ý …"}, or {@code "Tệp: …"} when nothing of it can be taken.
 */
record Damage(String name, UnaryOperator<byte[]> spoil, List<String> sentences) {

    interface Edit {
        void on(XSSFWorkbook workbook) throws IOException;
    }

    static Damage edited(String name, Edit edit, String... sentences) {
        return new Damage(name, bytes -> edit(bytes, edit), List.of(sentences));
    }

    /** One part of the ZIP rewritten as text. */
    static Damage part(String name, String part, UnaryOperator<String> rewrite, String... sentences) {
        return new Damage(name, bytes -> rewrite(bytes, part, rewrite), List.of(sentences));
    }

    /** A part more. */
    static Damage added(String name, String part, byte[] content, String... sentences) {
        return new Damage(
                name,
                bytes -> {
                    Map<String, byte[]> parts = unzip(bytes);
                    parts.put(part, content);
                    return zip(parts);
                },
                List.of(sentences));
    }

    static Damage file(String name, byte[] content, String... sentences) {
        return new Damage(name, bytes -> content, List.of(sentences));
    }

    byte[] of(byte[] workbook) {
        return spoil.apply(workbook);
    }

    static String sentence(Remark remark) {
        String level = switch (remark.level()) {
            case FILE -> "Tệp";
            case FAULT -> "Lỗi";
            case NOTE -> "Lưu ý";
        };
        return (level + " " + remark.place()).strip() + ": " + remark.message();
    }

    @Override
    public String toString() {
        return name;
    }

    static byte[] edit(byte[] bytes, Edit edit) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.on(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] rewrite(byte[] bytes, String part, UnaryOperator<String> rewrite) {
        Map<String, byte[]> parts = unzip(bytes);
        String before = new String(parts.get(part), StandardCharsets.UTF_8);
        String after = rewrite.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("Nothing spoilt in " + part);
        }
        parts.put(part, after.getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    static Map<String, byte[]> unzip(byte[] bytes) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The container of Office's old formats, with one stream of that name. */
    static byte[] ole(String stream) {
        try (POIFSFileSystem ole = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ole.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
            ole.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code PL01!E5}. */
    static XSSFCell at(XSSFWorkbook workbook, String place) {
        int mark = place.lastIndexOf('!');
        CellReference address = new CellReference(place.substring(mark + 1));
        XSSFSheet sheet = workbook.getSheet(place.substring(0, mark));
        XSSFRow row = sheet.getRow(address.getRow()) == null
                ? sheet.createRow(address.getRow())
                : sheet.getRow(address.getRow());
        return row.getCell(address.getCol()) == null ? row.createCell(address.getCol()) : row.getCell(address.getCol());
    }

    static void text(XSSFWorkbook workbook, String place, String text) {
        at(workbook, place).setCellValue(text);
    }

    static void format(XSSFWorkbook workbook, String place, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        at(workbook, place).setCellStyle(style);
    }
}
