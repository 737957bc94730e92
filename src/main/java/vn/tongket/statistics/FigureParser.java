package vn.tongket.statistics;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.FigureValue.Amount;
import vn.tongket.statistics.FigureValue.Mark;
import vn.tongket.statistics.FigureValue.Words;

/** How strings become cell values: the API's plain decimals and people's {@code 1.234.567,89} (domain.md 6.3). */
final class FigureParser {

    private static final Pattern CANONICAL = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(,\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern ONE_GROUP = Pattern.compile("-?[1-9]\\d{0,2}\\.\\d{3}");
    /** A longer number is a slip of the keyboard, and could not be shown. */
    private static final int MAX_WHOLE_DIGITS = 18;

    private static final int MAX_NUMBER_LENGTH = 60;

    private FigureParser() {}

    interface NumberReader {
        BigDecimal read(Indicator indicator, String text);
    }

    static @Nullable FigureValue parse(Indicator indicator, @Nullable String raw, NumberReader numbers) {
        String text = raw == null ? "" : Vietnamese.nfc(raw).strip();
        if (text.isEmpty()) {
            return null;
        }
        if (indicator.isText()) {
            return words(PlainText.clean(text));
        }
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw DomainException.refused("số quá dài.");
        }
        Mark mark = Mark.of(text);
        return mark != null ? mark : amount(indicator, numbers.read(indicator, text));
    }

    static BigDecimal canonicalNumber(Indicator indicator, String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw noNumber(text);
        }
        return new BigDecimal(text);
    }

    static BigDecimal typedNumber(Indicator indicator, String typed) {
        String text = typed.replace('−', '-');
        if (indicator.type() == Indicator.Type.PERCENT && text.endsWith("%")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (indicator.fractionDigits() > 0 && ONE_GROUP.matcher(text).matches()) {
            throw DomainException.refused("“%s” nghĩa là %s hay %s? Hãy gõ lại theo một trong hai cách đó."
                    .formatted(text, text.replace(".", ""), text.replace('.', ',')));
        }
        if (PLAIN.matcher(text).matches() || GROUPED.matcher(text).matches()) {
            return new BigDecimal(text.replace(".", "").replace(',', '.'));
        }
        // Not a group of three: only a decimal point can be meant.
        return canonicalNumber(indicator, text);
    }

    private static @Nullable FigureValue words(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > FigureValue.MAX_TEXT) {
            throw DomainException.refused("nội dung dài quá %s ký tự.".formatted("2.000"));
        }
        return new Words(text);
    }

    private static FigureValue amount(Indicator indicator, BigDecimal number) {
        Amount amount = new Amount(number);
        BigDecimal exact = amount.number();
        if (exact.precision() - exact.scale() > MAX_WHOLE_DIGITS) {
            throw DomainException.refused("số quá lớn.");
        }
        if (exact.scale() > indicator.fractionDigits()) {
            throw DomainException.refused(
                    indicator.fractionDigits() == 0
                            ? "chỉ nhập số nguyên."
                            : "chỉ nhập tối đa %d chữ số sau dấu phẩy.".formatted(indicator.fractionDigits()));
        }
        return amount;
    }

    private static DomainException noNumber(String text) {
        return DomainException.refused(
                "“%s” không phải là số, cũng không phải ký hiệu “-”, “...” hay “x”.".formatted(text));
    }
}
