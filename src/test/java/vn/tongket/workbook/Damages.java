package vn.tongket.workbook;

import static vn.tongket.workbook.Damage.added;
import static vn.tongket.workbook.Damage.at;
import static vn.tongket.workbook.Damage.edited;
import static vn.tongket.workbook.Damage.file;
import static vn.tongket.workbook.Damage.format;
import static vn.tongket.workbook.Damage.ole;
import static vn.tongket.workbook.Damage.part;
import static vn.tongket.workbook.Damage.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The ways in which a workbook filled with {@link Samples#full} comes back spoilt, each with all that is told about it. */
final class Damages {

    private static final String ANEW = " Hãy tải mẫu mới, chép số liệu sang rồi nộp lại.";
    private static final String TRY = " Hãy tải mẫu từ hệ thống, điền và nộp tệp .xlsx hoặc .docx.";
    private static final String BROKEN =
            "Tệp: Tệp bị hỏng, không đọc được. Hãy mở tệp bằng Excel hoặc Word, lưu lại rồi nộp lại.";
    private static final String TOO_LARGE = "Tệp: Tệp giải nén ra quá lớn so với một báo cáo nên không được đọc."
            + " Hãy chép số liệu sang mẫu mới tải về.";
    private static final String NO_DTD =
            "Tệp: Tệp có khai báo DTD, thực thể hoặc chú thích trong XML; Excel và Word không ghi như vậy.";
    private static final String BASE_LOST =
            "Lưu ý: Tệp không còn giữ số liệu lúc tải mẫu; mọi chỗ khác với bản nháp phải tự chọn.";
    private static final String SHEET = "xl/worksheets/sheet2.xml";

    private Damages() {}

    static List<Damage> all() {
        return Stream.of(otherFiles(), hostile(), marks(), sheets(), rowsAndColumns(), cells(), lists())
                .flatMap(List::stream)
                .toList();
    }

    static List<Damage> otherFiles() {
        return List.of(
                file("old Excel", xls(), "Tệp: Đây là tệp Excel đời cũ (.xls). Hãy lưu lại thành .xlsx." + TRY),
                file(
                        "old Word",
                        ole("WordDocument"),
                        "Tệp: Đây là tệp Word đời cũ (.doc). Hãy lưu lại thành .docx." + TRY),
                file(
                        "password",
                        ole("EncryptedPackage"),
                        "Tệp: Tệp có đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi lưu lại." + TRY),
                part(
                        "macros by type",
                        "[Content_Types].xml",
                        xml -> xml.replace(
                                "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "vnd.ms-excel.sheet.macroEnabled.main+xml"),
                        "Tệp: Tệp có macro (.xlsm, .docm) nên không được nhận." + TRY),
                part(
                        "binary workbook",
                        "[Content_Types].xml",
                        xml -> xml.replace(
                                "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "vnd.ms-excel.sheet.binary.macroEnabled.main"),
                        "Tệp: Đây là tệp Excel nhị phân (.xlsb), hệ thống không đọc." + TRY),
                part(
                        "workbook template",
                        "[Content_Types].xml",
                        xml -> xml.replace("spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml"),
                        "Tệp: Đây không phải tệp Excel (.xlsx) hay Word (.docx)." + TRY),
                added(
                        "OpenDocument",
                        "mimetype",
                        "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8),
                        "Tệp: Đây là tệp của LibreOffice hoặc OpenOffice (.ods, .odt). Hãy lưu lại thành .xlsx hoặc .docx."
                                + TRY),
                file(
                        "plain ZIP",
                        Damage.zip(Map.of("a.txt", new byte[] {65})),
                        "Tệp: Đây là tệp nén, không phải tệp Excel hay Word." + TRY),
                file(
                        "CSV",
                        "Chỉ tiêu;2008\nLao động;18500\n".getBytes(StandardCharsets.UTF_8),
                        "Tệp: Đây là tệp chữ hoặc .csv, không phải tệp Excel hay Word." + TRY),
                file(
                        "HTML",
                        "<html><table><tr><td>1</td></tr></table></html>".getBytes(StandardCharsets.UTF_8),
                        "Tệp: Đây là trang web hoặc tệp XML được đổi đuôi, không phải tệp Excel hay Word." + TRY),
                file(
                        "PDF",
                        "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8),
                        "Tệp: Đây là tệp PDF. Bản chụp báo cáo được đính kèm ở trang báo cáo, không nộp ở đây." + TRY),
                file(
                        "noise",
                        new byte[] {1, 2, 3, 0, 5},
                        "Tệp: Đây không phải tệp Excel (.xlsx) hay Word (.docx)." + TRY),
                new Damage("cut in half", bytes -> Arrays.copyOf(bytes, bytes.length / 2), List.of(BROKEN)));
    }

    static List<Damage> hostile() {
        return List.of(
                added("macro part", "xl/vbaProject.bin", new byte[100], with("macro")),
                added(
                        "external link",
                        "xl/externalLinks/externalLink1.xml",
                        xml("<a/>"),
                        with("liên kết tới tệp khác")),
                added("embedded file", "xl/embeddings/oleObject1.bin", new byte[100], with("tệp nhúng (OLE)")),
                added("ActiveX", "xl/activeX/activeX1.xml", xml("<a/>"), with("điều khiển ActiveX")),
                added("connection", "xl/connections.xml", xml("<a/>"), with("truy vấn dữ liệu bên ngoài")),
                added(
                        "picture from outside",
                        "xl/worksheets/_rels/sheet3.xml.rels",
                        xml(
                                "<Relationships><Relationship Id=\"r1\" Type=\"x/image\" Target=\"http://example.invalid/a\""
                                        + " TargetMode=\"External\"/></Relationships>"),
                        "Tệp: Tệp có liên kết tới tệp khác hoặc địa chỉ bên ngoài nên không được nhận. Hãy bỏ đi rồi lưu"
                                + " lại."),
                part("entity bomb", SHEET, Damages::entityBomb, NO_DTD),
                part(
                        "external entity",
                        SHEET,
                        xml -> declare(xml, "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"),
                        NO_DTD),
                part("comment in XML", SHEET, xml -> xml.replace("<sheetData>", "<!-- a --><sheetData>"), NO_DTD),
                part(
                        "deep nesting",
                        SHEET,
                        xml -> xml.replace("<sheetData>", "<x>".repeat(5000) + "</x>".repeat(5000) + "<sheetData>"),
                        "Tệp: Tệp có XML lồng nhau quá nhiều tầng nên không được đọc."),
                part(
                        "long attribute",
                        SHEET,
                        xml -> xml.replace("<sheetData>", "<sheetData a=\"" + "a".repeat(1_100_000) + "\">"),
                        "Tệp: Tệp có một đoạn XML dài bất thường nên không được đọc."),
                part(
                        "foreign encoding",
                        SHEET,
                        xml -> xml.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\""),
                        "Tệp: Tệp ghi XML bằng bảng mã “ISO-8859-1”, không đọc được."),
                added("ZIP bomb", "xl/media/image1.png", new byte[30_000_000], TOO_LARGE),
                part("broken XML", SHEET, xml -> xml.replace("</sheetData>", ""), BROKEN),
                part(
                        "string that is not there",
                        SHEET,
                        xml -> xml.replaceFirst("t=\"s\"><v>\\d+", "t=\"s\"><v>99999999"),
                        BROKEN),
                part(
                        "sheet that is not there",
                        "xl/workbook.xml",
                        xml -> xml.replace("r:id=\"rId3\"", "r:id=\"rId77\""),
                        BROKEN));
    }

    static List<Damage> marks() {
        return List.of(
                edited(
                        "no marks",
                        workbook -> {
                            workbook.removeSheetAt(workbook.getSheetIndex(Mark.NAME));
                            workbook.getProperties()
                                    .getCustomProperties()
                                    .getUnderlyingProperties()
                                    .removeProperty(0);
                        },
                        "Tệp: Tệp này không phải mẫu tải từ hệ thống, hoặc dấu nhận biết đã bị xóa." + ANEW),
                edited(
                        "two marks that differ",
                        workbook -> text(workbook, Mark.NAME + "!A1", mark("TK.WORKBOOK-2017", "LILAMA", 1)),
                        "Tệp: Hai dấu nhận biết trong tệp không khớp nhau: tệp ghép từ hai mẫu khác nhau hoặc đã bị sửa."
                                + ANEW),
                edited(
                        "hidden sheet lost",
                        workbook -> workbook.removeSheetAt(workbook.getSheetIndex(Mark.NAME)),
                        "Lưu ý: Một trong hai dấu nhận biết của tệp đã mất; vẫn nhận ra được tệp.",
                        BASE_LOST),
                edited(
                        "another campaign's",
                        workbook -> marks(workbook, mark("TK-KHAC-2018", "SONGDA", 1)),
                        "Tệp: Tệp này là mẫu của chiến dịch “TK-KHAC-2018”, không phải “TK.WORKBOOK-2017”."),
                edited(
                        "another unit's",
                        workbook -> marks(workbook, mark("TK.WORKBOOK-2017", "LILAMA", 1)),
                        "Tệp: Tệp này là mẫu của đơn vị có mã “LILAMA”, không phải “SONGDA”."),
                edited(
                        "older form",
                        workbook -> marks(
                                workbook,
                                mark("TK.WORKBOOK-2017", "SONGDA", 1)
                                        .replaceAll("\"form\":\"\\w+\"", "\"form\":\"0\"")),
                        "Tệp: Tệp này làm từ mẫu cũ, nay biểu mẫu đã thay đổi." + ANEW),
                edited(
                        "older version",
                        workbook -> marks(workbook, mark("TK.WORKBOOK-2017", "SONGDA", 0)),
                        "Lưu ý: Mẫu này tải khi đang soạn lần gửi 0, nay đang soạn lần gửi 1; hãy xem kỹ từng chỗ khác"
                                + " nhau."),
                edited(
                        "kept draft changed",
                        workbook -> text(workbook, Mark.NAME + "!A2", "{\"sections\":{}}"),
                        BASE_LOST));
    }

    static List<Damage> sheets() {
        return List.of(
                edited(
                        "sheet renamed",
                        workbook -> workbook.setSheetName(workbook.getSheetIndex("PL03"), "Đoàn viên"),
                        "Lưu ý Đoàn viên: Trang này là PL03 đã bị đổi tên; vẫn được đọc."),
                edited(
                        "list's sheet renamed",
                        workbook -> workbook.setSheetName(workbook.getSheetIndex("LF02"), "Điển hình"),
                        "Lưu ý Điển hình: Trang này là LF02 đã bị đổi tên; vẫn được đọc."),
                edited(
                        "sheet missing",
                        workbook -> workbook.removeSheetAt(workbook.getSheetIndex("PL08")),
                        "Lỗi: Thiếu trang “PL08”; phần này của bản nháp giữ nguyên."),
                edited(
                        "sheet of one's own",
                        workbook -> workbook.createSheet("Nháp")
                                .createRow(0)
                                .createCell(0)
                                .setCellValue("cộng"),
                        "Lưu ý Nháp: Trang không có trong mẫu, không được đọc."),
                edited(
                        "hidden sheet of one's own",
                        workbook -> {
                            workbook.createSheet("Ẩn")
                                    .createRow(0)
                                    .createCell(0)
                                    .setCellValue(5);
                            workbook.setSheetVisibility(workbook.getSheetIndex("Ẩn"), SheetVisibility.VERY_HIDDEN);
                        },
                        "Lưu ý Ẩn: Trang bị ẩn, không có trong mẫu, không được đọc."),
                edited(
                        "sheet copied",
                        workbook -> workbook.cloneSheet(workbook.getSheetIndex("PL06"), "PL06 (2)"),
                        "Lỗi PL06 (2): Đã có trang “PL06”; trang chép thêm này không được đọc."),
                edited(
                        "appendix hidden",
                        workbook -> workbook.setSheetHidden(workbook.getSheetIndex("PL02"), true),
                        "Lưu ý PL02: Trang đang bị ẩn; nội dung vẫn được đọc."),
                edited(
                        "something far outside",
                        workbook -> text(workbook, "PL07!A5000", "ghi chú"),
                        "Lưu ý PL07: Có nội dung nằm xa ngoài biểu, không được đọc."));
    }

    static List<Damage> rowsAndColumns() {
        return List.of(
                edited(
                        "rows moved",
                        workbook -> swapRows(workbook.getSheet("PL01"), 16, 17),
                        "Lưu ý PL01: Các dòng đã đổi chỗ; số liệu được đọc theo mã ở cột A."),
                edited(
                        "row missing",
                        workbook -> workbook.getSheet("PL01")
                                .removeRow(workbook.getSheet("PL01").getRow(16)),
                        "Lỗi PL01: Thiếu dòng 5 “Lao động là người dân tộc thiểu số” (PL01.DTTS); số liệu của dòng này giữ"
                                + " nguyên."),
                edited(
                        "row inserted",
                        workbook -> {
                            workbook.getSheet("PL01").shiftRows(10, 20, 1);
                            text(workbook, "PL01!C11", "Dòng của tôi");
                            at(workbook, "PL01!E11").setCellValue(7);
                        },
                        "Lỗi PL01!A11: Dòng chèn thêm, không có mã; số liệu ở dòng này không được đọc."),
                edited(
                        "code twice",
                        workbook -> text(workbook, "PL01!A6", "PL01.LD"),
                        "Lỗi PL01!A6: Mã PL01.LD đứng ở hai dòng 5 và 6; cả hai không được đọc.",
                        "Lỗi PL01: Thiếu dòng 1.1 “Trong đó: nữ” (PL01.LD_NU); số liệu của dòng này giữ nguyên."),
                edited(
                        "unknown code",
                        workbook -> text(workbook, "PL08!A5", "PL08.LA"),
                        "Lỗi PL08!A5: Phụ lục không có dòng nào mang mã “PL08.LA”; dòng này không được đọc.",
                        "Lỗi PL08: Thiếu dòng 1 “Tổng số đảng viên” (PL08.DANG_VIEN); số liệu của dòng này giữ nguyên."),
                edited(
                        "sorted without the codes",
                        workbook -> {
                            text(workbook, "PL01!C17", "Lao động thường xuyên lưu động theo công trình");
                            text(workbook, "PL01!C18", "Lao động là người dân tộc thiểu số");
                        },
                        "Lỗi PL01!C17: Mã là của dòng “Lao động là người dân tộc thiểu số” nhưng tên là “Lao động thường"
                                + " xuyên lưu động theo công trình”; dòng này không được đọc.",
                        "Lỗi PL01!C18: Mã là của dòng “Lao động thường xuyên lưu động theo công trình” nhưng tên là “Lao"
                                + " động là người dân tộc thiểu số”; dòng này không được đọc."),
                edited(
                        "columns moved",
                        workbook -> swapColumns(workbook.getSheet("PL08"), 4, 5),
                        "Lưu ý PL08: Các cột năm đã đổi chỗ; số liệu được đọc theo năm ghi ở đầu cột."),
                edited(
                        "year's head lost",
                        workbook -> text(workbook, "PL08!F4", ""),
                        "Lỗi PL08: Không tìm thấy cột năm 2009; số liệu năm này giữ nguyên."),
                edited(
                        "year twice",
                        workbook -> text(workbook, "PL08!F4", "2008"),
                        "Lỗi PL08!F4: Năm 2008 đứng đầu hai cột E và F; cả hai không được đọc.",
                        "Lỗi PL08: Không tìm thấy cột năm 2009; số liệu năm này giữ nguyên."),
                edited(
                        "head deleted",
                        workbook -> workbook.getSheet("PL08")
                                .removeRow(workbook.getSheet("PL08").getRow(3)),
                        "Lỗi PL08: Không tìm thấy dòng đầu bảng có chữ “Mã” và các năm; trang không được đọc."),
                edited(
                        "row hidden",
                        workbook -> workbook.getSheet("PL05").getRow(6).setZeroHeight(true),
                        "Lưu ý PL05!A7: Dòng đang bị ẩn; số liệu vẫn được đọc."),
                edited(
                        "column hidden",
                        workbook -> workbook.getSheet("PL05").setColumnHidden(6, true),
                        "Lưu ý PL05!G: Cột đang bị ẩn; số liệu vẫn được đọc."));
    }

    static List<Damage> cells() {
        return List.of(
                edited(
                        "cells merged",
                        workbook -> workbook.getSheet("PL03").addMergedRegion(CellRangeAddress.valueOf("E5:F6")),
                        "Lỗi PL03!E5:F6: Các ô bị gộp làm một; hãy bỏ gộp rồi ghi từng ô."),
                edited(
                        "words for a number",
                        workbook -> text(workbook, "PL01!E5", "khoảng 500"),
                        "Lỗi PL01!E5: “khoảng 500” không phải là số, cũng không phải ký hiệu “-”, “...” hay “x”."),
                edited(
                        "ambiguous text",
                        workbook -> text(workbook, "PL01!E19", "20.500"),
                        "Lỗi PL01!E19: “20.500” nghĩa là 20500 hay 20,500? Hãy gõ lại, không dùng dấu ngăn cách hàng nghìn, "
                                + "với tối đa 1 chữ số sau dấu phẩy."),
                edited("number as Vietnamese text", workbook -> text(workbook, "PL01!E5", "1.234.567")),
                edited(
                        "formula",
                        workbook -> {
                            at(workbook, "PL01!E5").setCellFormula("600+34");
                            at(workbook, "PL01!E5").setCellValue(634);
                        },
                        "Lưu ý PL01!E5: Ô có công thức; lấy kết quả đang lưu là 634."),
                edited(
                        "formula without a result",
                        workbook -> {
                            at(workbook, "PL01!E5").setBlank();
                            at(workbook, "PL01!E5").setCellFormula("600+34");
                        },
                        "Lỗi PL01!E5: Công thức chưa có kết quả; hãy mở bằng Excel, lưu lại, hoặc gõ số."),
                part(
                        "formula on another file",
                        SHEET,
                        xml -> xml.replaceFirst(
                                "<c r=\"E5\"[^>]*>.*?</c>", "<c r=\"E5\"><f>[1]Sheet1!A1</f><v>5</v></c>"),
                        "Lỗi PL01!E5: Công thức lấy số từ tệp khác; hãy gõ số vào ô."),
                edited(
                        "error",
                        workbook -> at(workbook, "PL01!E5").setCellErrorValue(FormulaError.REF.getCode()),
                        "Lỗi PL01!E5: Ô báo lỗi #REF!; hãy sửa công thức hoặc gõ số."),
                edited(
                        "boolean",
                        workbook -> at(workbook, "PL01!E5").setCellValue(true),
                        "Lỗi PL01!E5: Ô là giá trị đúng/sai (TRUE/FALSE), không phải số."),
                edited(
                        "date",
                        workbook -> {
                            at(workbook, "PL01!E5").setCellValue(42000);
                            format(workbook, "PL01!E5", "dd/mm/yyyy");
                        },
                        "Lỗi PL01!E5: Excel hiểu ô này là ngày; hãy chọn định dạng số rồi gõ lại."),
                edited(
                        "percent",
                        workbook -> {
                            at(workbook, "PL01!E5").setCellValue(0.125);
                            format(workbook, "PL01!E5", "0.0%");
                        },
                        "Lỗi PL01!E5: Ô có định dạng phần trăm, đang hiện 12,5 %; hãy chọn định dạng số rồi gõ lại."),
                edited(
                        "decimals in a whole number",
                        workbook -> at(workbook, "PL01!E5").setCellValue(12.5),
                        "Lỗi PL01!E5: Chỉ nhập số nguyên."),
                edited(
                        "too many decimals",
                        workbook -> at(workbook, "PL01!E19").setCellValue(41.25),
                        "Lỗi PL01!E19: Chỉ nhập tối đa 1 chữ số sau dấu phẩy."),
                edited(
                        "too many digits",
                        workbook -> at(workbook, "PL01!E5").setCellValue(1234567890123456789.0),
                        "Lỗi PL01!E5: Số có hơn 15 chữ số, Excel không giữ đúng."),
                edited(
                        "closed year",
                        workbook -> at(workbook, "PL04!E12").setCellValue(5),
                        "Lỗi PL04!E12: Năm này không áp dụng (x), không nhập số liệu; hãy để “x”."),
                edited(
                        "computed cell overwritten",
                        workbook -> {
                            at(workbook, "PL01!H20").removeFormula();
                            at(workbook, "PL01!H20").setCellValue(55);
                        },
                        "Lưu ý PL01!H20: Ô này do hệ thống tính; giá trị gõ đè lên công thức không được lấy."),
                edited(
                        "text too long",
                        workbook -> text(workbook, "PL01!E21", "a".repeat(2001)),
                        "Lỗi PL01!E21: Nội dung dài quá 2.000 ký tự."));
    }

    static List<Damage> lists() {
        return List.of(
                edited(
                        "no date",
                        workbook -> text(workbook, "LF01!C5", "31/02/2017"),
                        "Lỗi LF01!C5: “31/02/2017” không phải ngày có thật; hãy ghi ngày/tháng/năm, ví dụ 05/11/2017."),
                edited("date as text", workbook -> text(workbook, "LF01!C5", "5.11.2017")),
                edited(
                        "text that became a date",
                        workbook -> {
                            at(workbook, "LF01!B5").setCellValue(43000);
                            format(workbook, "LF01!B5", "mm/yyyy");
                        },
                        "Lỗi LF01!B5: Excel đã đổi nội dung thành ngày; hãy chọn định dạng Text rồi gõ lại."),
                edited(
                        "no choice",
                        workbook -> text(workbook, "LF04!F5", "Tạm được"),
                        "Lỗi LF04!F5: Không có lựa chọn “Tạm được”; chỉ nhận: Vượt; Đạt; Chưa đạt."),
                edited("choice in other letters", workbook -> text(workbook, "LF04!F5", " CHƯA  ĐẠT")),
                edited(
                        "neither yes nor no",
                        workbook -> text(workbook, "LF02!F5", "có lẽ"),
                        "Lỗi LF02!F5: “có lẽ” không rõ là có hay không; hãy chọn Có hoặc Không."),
                edited("yes as a cross", workbook -> text(workbook, "LF02!F5", "X")),
                edited(
                        "words for a number in a list",
                        workbook -> text(workbook, "LF03!F5", "cao"),
                        "Lỗi LF03!F5: “cao” không phải là số, cũng không phải ký hiệu “-”, “...” hay “x”."),
                edited(
                        "mark in a list",
                        workbook -> text(workbook, "LF04!D5", "..."),
                        "Lỗi LF04!D5: Cột này chỉ nhận số, không nhận ký hiệu “...”."),
                edited(
                        "too long",
                        workbook -> text(workbook, "LF03!D5", "a".repeat(801)),
                        "Lỗi LF03!D5: Nội dung có 801 ký tự, tối đa 800."),
                edited(
                        "too many rows",
                        workbook -> {
                            for (int row = 5; row <= 505; row++) {
                                text(workbook, "LF03!D" + row, "Kiến nghị " + row);
                            }
                        },
                        "Lỗi LF03: Có 501 dòng; biểu nhận tối đa 500 dòng."),
                edited(
                        "column lost",
                        workbook -> {
                            text(workbook, "LF03!E3", "");
                            text(workbook, "LF03!E4", "");
                        },
                        "Lỗi LF03: Không tìm thấy cột “Lý do, căn cứ”; biểu này giữ nguyên."),
                edited(
                        "column twice",
                        workbook -> text(workbook, "LF03!E3", "noi_dung"),
                        "Lỗi LF03!E4: Cột “Nội dung kiến nghị” có hai lần; biểu này giữ nguyên."),
                edited(
                        "formula in a list",
                        workbook -> {
                            at(workbook, "LF03!D5").setCellFormula("\"a\"&\"b\"");
                            at(workbook, "LF03!D5").setCellValue("ab");
                        },
                        "Lỗi LF03!D5: Ô có công thức; hãy gõ thẳng nội dung."),
                edited(
                        "error in a list",
                        workbook -> at(workbook, "LF03!D5").setCellErrorValue(FormulaError.NAME.getCode()),
                        "Lỗi LF03!D5: Ô báo lỗi #NAME?."),
                edited(
                        "cells merged in a list",
                        workbook -> workbook.getSheet("LF03").addMergedRegion(CellRangeAddress.valueOf("D5:E5")),
                        "Lỗi LF03!D5:E5: Các ô bị gộp làm một; hãy bỏ gộp rồi ghi từng ô."),
                edited(
                        "row hidden in a list",
                        workbook -> workbook.getSheet("LF01").getRow(5).setZeroHeight(true),
                        "Lưu ý LF01!A6: Dòng đang bị ẩn; nội dung vẫn được đọc."));
    }

    private static String with(String what) {
        return "Tệp: Tệp có " + what + " nên không được nhận. Hãy bỏ đi rồi lưu lại.";
    }

    private static byte[] xml(String body) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body).getBytes(StandardCharsets.UTF_8);
    }

    private static String declare(String xml, String declaration) {
        int start = xml.indexOf("?>") + 2;
        return xml.substring(0, start) + declaration + xml.substring(start);
    }

    private static String entityBomb(String xml) {
        StringBuilder entities = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        return declare(xml, entities + "]>").replace("<sheetData>", "<x>&a39;</x><sheetData>");
    }

    private static String mark(String campaign, String unit, int version) {
        return new Mark(Mark.LAYOUT, campaign, unit, Mark.formOf(Samples.FORM), version, baseHash()).text();
    }

    private static String baseHash() {
        return Mark.hashOf(Mark.baseText(Samples.full()));
    }

    private static void marks(XSSFWorkbook workbook, String mark) {
        text(workbook, Mark.NAME + "!A1", mark);
        workbook.getProperties()
                .getCustomProperties()
                .getUnderlyingProperties()
                .getPropertyArray(0)
                .setLpwstr(mark);
    }

    private static void swapRows(XSSFSheet sheet, int one, int other) {
        sheet.shiftRows(one, one, 100);
        sheet.shiftRows(other, other, one - other);
        sheet.shiftRows(one + 100, one + 100, other - one - 100);
    }

    private static void swapColumns(XSSFSheet sheet, int one, int other) {
        sheet.forEach(row -> {
            if (row.getRowNum() >= 3) {
                String first = copy((XSSFRow) row, one);
                String second = copy((XSSFRow) row, other);
                put((XSSFRow) row, one, second);
                put((XSSFRow) row, other, first);
            }
        });
    }

    private static String copy(XSSFRow row, int column) {
        var cell = row.getCell(column);
        return cell == null
                ? ""
                : cell.getCellType().name().equals("NUMERIC")
                        ? String.valueOf(cell.getNumericCellValue())
                        : cell.toString();
    }

    private static void put(XSSFRow row, int column, String value) {
        if (row.getCell(column).getCellType().name().equals("FORMULA")) {
            return;
        }
        if (value.matches("\\d+\\.\\d+")) {
            row.getCell(column).setCellValue(Double.parseDouble(value));
        } else {
            row.getCell(column).setCellValue(value);
        }
    }

    private static byte[] xls() {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("PL01").createRow(0).createCell(0).setCellValue(5);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
