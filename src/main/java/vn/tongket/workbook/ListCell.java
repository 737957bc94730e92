package vn.tongket.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.Indicator.PeriodAgg;
import vn.tongket.statistics.Indicator.UnitAgg;
import vn.tongket.workbook.RawCell.Format;
import vn.tongket.workbook.RawCell.Type;

/** Reads one cell of a list, in every spelling in which its type is written. */
final class ListCell {

    private static final int MAX_TEXT = 4000;
    private static final Set<String> YES = Set.of("co", "x", "v", "✓", "✔", "true", "dung", "1", "yes", "dong y");
    private static final Set<String> NO = Set.of("khong", "false", "sai", "0", "no", "khong dong y");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ISO_LOCAL_DATE);
    /** 1990 and 2100: a number between them, in a column of dates, is a day whose format was lost. */
    private static final double FIRST_DAY = 32_874;

    private static final double LAST_DAY = 73_415;

    private final ListColumn column;
    private final @Nullable RawCell cell;

    ListCell(ListColumn column, @Nullable RawCell cell) {
        this.column = column;
        this.cell = cell;
    }

    /** A string, or a boolean; null for a blank. */
    @Nullable
    Object read() {
        if (cell == null || cell.isBlank()) {
            return null;
        }
        if (cell.is(Type.ERROR)) {
            throw DomainException.refused("Ô báo lỗi %s.".formatted(cell.text()));
        }
        if (cell.formula() != null) {
            throw DomainException.refused("Ô có công thức; hãy gõ thẳng nội dung.");
        }
        return switch (column.type()) {
            case "int" -> number(cell, Indicator.Type.INT, 0);
            case "decimal" -> number(cell, Indicator.Type.DECIMAL, 9);
            case "date" -> date(cell).toString();
            case "bool" -> bool(cell);
            case "enum" -> choice(cell);
            default -> words(cell);
        };
    }

    private String number(RawCell cell, Indicator.Type type, int digits) {
        Indicator like = new Indicator(
                column.key(),
                "",
                column.label(),
                "",
                type,
                null,
                false,
                column.required(),
                digits,
                null,
                null,
                null,
                null,
                null,
                new UnitAgg("none", null, null, null, null),
                new PeriodAgg("none", null, null, null));
        String canonical = upperFirst(() -> new FigureCell(like, cell, note -> {}).read());
        try {
            return new BigDecimal(canonical).toPlainString();
        } catch (NumberFormatException e) {
            throw DomainException.refused("Cột này chỉ nhận số, không nhận ký hiệu “%s”.".formatted(canonical));
        }
    }

    private LocalDate date(RawCell cell) {
        BigDecimal number = cell.is(Type.NUMBER) ? cell.number() : null;
        if (number != null) {
            double day = number.doubleValue();
            if (day >= FIRST_DAY && day <= LAST_DAY) {
                LocalDateTime time = DateUtil.getLocalDateTime(day);
                return time.toLocalDate();
            }
            throw noDate(number.toPlainString());
        }
        String text = cell.text();
        String day = text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(day, format);
            } catch (DateTimeParseException e) {
                // The next way of writing it.
            }
        }
        throw noDate(cut(text));
    }

    private static DomainException noDate(String text) {
        return DomainException.refused(
                "“%s” không phải ngày có thật; hãy ghi ngày/tháng/năm, ví dụ 05/11/2017.".formatted(text));
    }

    private static Boolean bool(RawCell cell) {
        String text = Vietnamese.fold(cell.text()).strip();
        if (YES.contains(text)) {
            return true;
        }
        if (NO.contains(text)) {
            return false;
        }
        throw DomainException.refused(
                "“%s” không rõ là có hay không; hãy chọn Có hoặc Không.".formatted(cut(cell.text())));
    }

    private String choice(RawCell cell) {
        List<String> values = column.values() == null ? List.of() : column.values();
        String text = cell.text();
        return values.stream()
                .filter(value -> like(value).equals(like(text)))
                .findFirst()
                .orElseThrow(() -> DomainException.refused(
                        "Không có lựa chọn “%s”; chỉ nhận: %s.".formatted(cut(text), String.join("; ", values))));
    }

    private @Nullable String words(RawCell cell) {
        if (cell.is(Type.NUMBER) && cell.format() == Format.DATE) {
            throw DomainException.refused("Excel đã đổi nội dung thành ngày; hãy chọn định dạng Text rồi gõ lại.");
        }
        BigDecimal number = cell.is(Type.NUMBER) ? cell.number() : null;
        String text = PlainText.clean(number == null ? cell.value() : number.toPlainString());
        int limit = column.maxChars() == null ? MAX_TEXT : column.maxChars();
        if (PlainText.length(text) > limit) {
            throw DomainException.refused("Nội dung có %s ký tự, tối đa %s."
                    .formatted(Vietnamese.count(PlainText.length(text)), Vietnamese.count(limit)));
        }
        return text.isEmpty() ? null : text;
    }

    private static String upperFirst(java.util.function.Supplier<String> reading) {
        try {
            return reading.get();
        } catch (DomainException refusal) {
            String words = String.valueOf(refusal.getMessage());
            throw DomainException.refused(words.substring(0, 1).toUpperCase(Vietnamese.LOCALE) + words.substring(1));
        }
    }

    private static String like(String text) {
        return Vietnamese.fold(text).replaceAll("[\\s,;.]+", " ").strip();
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 35)) + "…";
    }
}
