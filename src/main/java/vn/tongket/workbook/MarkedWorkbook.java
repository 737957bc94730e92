package vn.tongket.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tongket.shared.DomainException;
import vn.tongket.workbook.Styles.Look;

/**
 * The workbook as it was uploaded, its faults marked: each at its cell with a fill and a comment, and all of them in a
 * list at the end. It can be corrected and uploaded again.
 */
final class MarkedWorkbook {

    private static final int FAULT = 0xF4B6B6;
    private static final int NOTE = 0xCFE3F7;
    private static final int MAX_MARKS = 2000;
    /** One at a time on a node: the whole workbook is in memory. */
    private static final Semaphore ONE = new Semaphore(1, true);

    /** A full template has a fifth of it. */
    private static final long MAX_INFLATED = 4_000_000;

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> styles = new HashMap<>();

    private MarkedWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static byte[] of(Path file, List<Remark> remarks) {
        requireSmall(file);
        ONE.acquireUninterruptibly();
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile());
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new MarkedWorkbook(workbook).mark(remarks);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException | InvalidFormatException | RuntimeException e) {
            throw OfficePackage.broken();
        } finally {
            ONE.release();
        }
    }

    private static void requireSmall(Path file) {
        try (OfficePackage parts = new OfficePackage(file)) {
            long inflated = 0;
            for (String name : parts.names()) {
                inflated += parts.size(name);
            }
            if (inflated > MAX_INFLATED) {
                throw DomainException.refused(
                        "Tệp lớn hơn mẫu nhiều lần nên không đánh dấu vào tệp được; hãy xem danh sách lỗi trên trang.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mark(List<Remark> remarks) {
        Map<String, List<Remark>> byPlace = remarks.stream()
                .filter(remark -> !remark.cell().isEmpty())
                .limit(MAX_MARKS)
                .collect(Collectors.groupingBy(Remark::place, LinkedHashMap::new, Collectors.toList()));
        byPlace.values().forEach(this::atPlace);
        list(remarks);
        workbook.setForceFormulaRecalculation(true);
    }

    private void atPlace(List<Remark> remarks) {
        Remark first = remarks.get(0);
        XSSFSheet sheet = workbook.getSheet(first.sheet());
        if (sheet != null) {
            CellRangeAddress range = CellRangeAddress.valueOf(first.cell());
            XSSFCell cell = cell(sheet, range.getFirstRow(), range.getFirstColumn());
            boolean fault = remarks.stream().anyMatch(remark -> !remark.isNote());
            cell.setCellStyle(filled(cell.getCellStyle(), fault ? FAULT : NOTE));
            comment(sheet, cell, remarks.stream().map(Remark::message).collect(Collectors.joining("\n")));
        }
    }

    private XSSFCell cell(XSSFSheet sheet, int row, int column) {
        XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
    }

    private XSSFCellStyle filled(XSSFCellStyle like, int color) {
        return styles.computeIfAbsent(like.getIndex() + "/" + color, key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(like);
            Styles.fill(style, color);
            return style;
        });
    }

    private void comment(XSSFSheet sheet, XSSFCell cell, String text) {
        if (cell.getCellComment() != null) {
            cell.removeCellComment();
        }
        int column = cell.getColumnIndex();
        int row = cell.getRowIndex();
        XSSFClientAnchor anchor =
                new XSSFClientAnchor(0, 0, 0, 0, column + 1, row, column + 4, row + 4 + text.length() / 60);
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(text);
        comment.setAuthor("Tổng kết");
        cell.setCellComment(comment);
    }

    private void list(List<Remark> remarks) {
        int old = workbook.getSheetIndex(Layout.FAULTS);
        if (old >= 0) {
            workbook.removeSheetAt(old);
        }
        SheetWriter out = new SheetWriter(workbook.createSheet(Layout.FAULTS), new Styles(workbook));
        List<String> heads = List.of("Trang", "Ô", "Mức", "Nội dung");
        for (int i = 0; i < heads.size(); i++) {
            out.text(0, i, heads.get(i), Look.HEAD);
        }
        List<Remark> shown = new ArrayList<>(remarks.subList(0, Math.min(remarks.size(), MAX_MARKS)));
        for (int i = 0; i < shown.size(); i++) {
            line(out, i + 1, shown.get(i));
        }
        out.sheet.setColumnWidth(0, 16 * 256);
        out.sheet.setColumnWidth(1, 10 * 256);
        out.sheet.setColumnWidth(2, 9 * 256);
        out.sheet.setColumnWidth(3, 90 * 256);
        out.sheet.createFreezePane(0, 1);
    }

    private void line(SheetWriter out, int row, Remark remark) {
        out.text(row, 0, remark.sheet(), Look.LABEL);
        out.text(row, 1, remark.cell(), Look.LABEL);
        out.text(row, 2, remark.isNote() ? "Lưu ý" : "Lỗi", Look.LABEL);
        out.text(row, 3, remark.message(), Look.LABEL);
        if (!remark.cell().isEmpty() && workbook.getSheet(remark.sheet()) != null) {
            XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + remark.sheet().replace("'", "''") + "'!"
                    + remark.cell().split(":", 2)[0]);
            out.sheet.getRow(row).getCell(1).setHyperlink(link);
        }
    }
}
