package vn.tongket.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/** One cell of a list form: its canonical value, or what was expected there. */
final class ListCells {

    private static final int MAX_TEXT = 4000;
    private static final int SHOWN = 40;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final ListColumn column;
    private final Set<String> files;

    /** {@code files}: the names of the report's attachments. */
    ListCells(ListColumn column, Set<String> files) {
        this.column = column;
        this.files = files;
    }

    /**
     * Numbers with a point and dates as {@code 2017-09-30}; a date may come as {@code 30/09/2017} too.
     *
     * @throws DomainException with what is expected there
     */
    Object canonical(String typed) {
        String text = PlainText.clean(typed);
        return switch (column.type()) {
            case "int" -> number(text, INTEGER, "số nguyên, ví dụ 12");
            case "decimal" -> number(text, DECIMAL, "số, phần thập phân sau dấu chấm, ví dụ 12.5");
            case "date" -> date(text);
            case "bool" -> bool(text);
            case "enum" -> choice(text);
            case "file" -> file(text);
            default -> words(text);
        };
    }

    private static String number(String text, Pattern pattern, String expected) {
        if (!pattern.matcher(text).matches()) {
            throw refused(text, "cần ghi " + expected);
        }
        return new BigDecimal(text).toPlainString();
    }

    private static String date(String text) {
        try {
            LocalDate day = text.contains("/") ? LocalDate.parse(text, DAY) : LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day.toString();
            }
        } catch (DateTimeParseException e) {
            // Told below like a day out of range.
        }
        throw refused(text, "cần ghi ngày có thật, ví dụ 30/09/2017");
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(text, "chỉ nhận Có (true) hoặc Không (false)");
        };
    }

    private String choice(String text) {
        List<String> values = column.values() == null ? List.of() : column.values();
        if (!values.contains(text)) {
            throw refused(text, "chỉ nhận: " + String.join("; ", values));
        }
        return text;
    }

    private String file(String text) {
        if (!files.contains(text)) {
            throw refused(text, "báo cáo chưa có tệp đính kèm tên này; hãy tải tệp lên trước");
        }
        return text;
    }

    private String words(String text) {
        int limit = column.maxChars() == null ? MAX_TEXT : column.maxChars();
        int length = PlainText.length(text);
        if (length > limit) {
            throw DomainException.refused(
                    "có %s ký tự, tối đa %s.".formatted(Vietnamese.count(length), Vietnamese.count(limit)));
        }
        return text;
    }

    private static DomainException refused(String text, String expected) {
        String shown =
                PlainText.length(text) <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN - 1)) + "…";
        return DomainException.refused("“%s” không hợp lệ; %s.".formatted(shown.replace('\n', ' '), expected));
    }
}
