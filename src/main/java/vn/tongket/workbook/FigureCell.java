package vn.tongket.workbook;

import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.FigureValue;
import vn.tongket.statistics.Indicator;
import vn.tongket.workbook.RawCell.Format;
import vn.tongket.workbook.RawCell.Type;

/** Reads one cell as a figure of a row: numbers as Excel keeps them, texts as people type numbers. */
final class FigureCell {

    private static final Pattern OTHER_FILE = Pattern.compile("\\[\\d+]|\\[[^\\]]+\\.xls|://|\\|'");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int KEPT_DIGITS = 15;

    private final Indicator indicator;
    private final @Nullable RawCell cell;
    private final Consumer<String> notes;

    FigureCell(Indicator indicator, @Nullable RawCell cell, Consumer<String> notes) {
        this.indicator = indicator;
        this.cell = cell;
        this.notes = notes;
    }

    /**
     * The canonical value; empty for a blank.
     *
     * @throws DomainException with a sentence about what stands there
     */
    String read() {
        if (cell == null || cell.isBlank()) {
            return "";
        }
        if (cell.is(Type.ERROR)) {
            throw DomainException.refused("ô báo lỗi %s; hãy sửa công thức hoặc gõ số.".formatted(cell.text()));
        }
        if (cell.formula() != null) {
            formula(cell, cell.formula());
        }
        FigureValue value = indicator.isText() ? words(cell) : number(cell);
        if (value != null && cell.formula() != null) {
            notes.accept("Ô có công thức; lấy kết quả đang lưu là %s.".formatted(value.show(indicator)));
        }
        return value == null ? "" : value.canonical();
    }

    private static void formula(RawCell cell, String formula) {
        if (OTHER_FILE.matcher(formula).find()) {
            throw DomainException.refused("công thức lấy số từ tệp khác; hãy gõ số vào ô.");
        }
        if (cell.value().isBlank()) {
            throw DomainException.refused("công thức chưa có kết quả; hãy mở bằng Excel, lưu lại, hoặc gõ số.");
        }
    }

    private @Nullable FigureValue words(RawCell cell) {
        BigDecimal number = cell.is(Type.NUMBER) ? cell.number() : null;
        return FigureValue.parse(indicator, number == null ? cell.text() : number.toPlainString());
    }

    private @Nullable FigureValue number(RawCell cell) {
        return switch (cell.type()) {
            case BOOLEAN -> throw DomainException.refused("ô là giá trị đúng/sai (TRUE/FALSE), không phải số.");
            case TEXT -> FigureValue.parseTyped(indicator, cell.text());
            default -> FigureValue.parse(indicator, exact(cell).toPlainString());
        };
    }

    private BigDecimal exact(RawCell cell) {
        BigDecimal number = cell.number();
        if (number == null) {
            throw DomainException.refused("số trong ô không đọc được.");
        }
        if (number.precision() - number.scale() > KEPT_DIGITS) {
            throw DomainException.refused("số có hơn 15 chữ số, Excel không giữ đúng.");
        }
        if (cell.format() == Format.DATE) {
            throw DomainException.refused("Excel hiểu ô này là ngày; hãy chọn định dạng số rồi gõ lại.");
        }
        if (cell.format() == Format.PERCENT) {
            return ofPercent(number);
        }
        return number;
    }

    private BigDecimal ofPercent(BigDecimal number) {
        BigDecimal shown = number.multiply(HUNDRED);
        if (indicator.type() != Indicator.Type.PERCENT) {
            throw DomainException.refused("ô có định dạng phần trăm, đang hiện %s %%; hãy chọn định dạng số rồi gõ lại."
                    .formatted(FigureValue.show(
                            shown, Math.max(0, shown.stripTrailingZeros().scale()))));
        }
        notes.accept("Ô có định dạng phần trăm; lấy số đang hiện.");
        return shown;
    }
}
