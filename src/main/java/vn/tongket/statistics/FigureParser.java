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

/** How strings become cell values: the API's plain decimals and what people type ({@link TypedNumber}). */
final class FigureParser {

    private static final Pattern CANONICAL = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    /** A longer number is a slip of the keyboard, and could not be shown. */
    private static final int MAX_WHOLE_DIGITS = 18;

    private static final int MAX_NUMBER_LENGTH = 60;

    private FigureParser() {}

    interface NumberReader {
        BigDecimal read(Indicator indicator, String text);
    }

    static @Nullable FigureValue parse(Indicator indicator, @Nullable String raw, NumberReader numbers) {
        if (raw == null) {
            return null;
        }
        if (indicator.isText()) {
            return words(PlainText.clean(raw));
        }
        String text = tidy(raw);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw DomainException.refused("số quá dài.");
        }
        Mark mark = Mark.of(text);
        return mark != null ? mark : amount(indicator, numbers.read(indicator, text));
    }

    /**
     * What a person sees: without invisible characters and the blanks around it, every blank inside as one space, and
     * the wide letters of East Asian keyboards as plain ones. Digits of other scripts stay, and are no number here.
     */
    private static String tidy(String raw) {
        String visible = INVISIBLE.matcher(Vietnamese.nfc(raw)).replaceAll("");
        StringBuilder plain =
                new StringBuilder(SPACES.matcher(visible).replaceAll(" ").strip());
        for (int index = 0; index < plain.length(); index++) {
            plain.setCharAt(index, narrow(plain.charAt(index)));
        }
        return plain.toString();
    }

    private static char narrow(char letter) {
        return letter >= '\uFF01' && letter <= '\uFF5E' ? (char) (letter - '\uFF01' + '!') : letter;
    }

    static BigDecimal canonicalNumber(Indicator indicator, String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw noNumber(text);
        }
        return new BigDecimal(text);
    }

    private static @Nullable FigureValue words(String text) {
        if (SPACES.matcher(text).replaceAll("").isEmpty()) {
            return null;
        }
        if (PlainText.length(text) > FigureValue.MAX_TEXT) {
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

    static DomainException noNumber(String text) {
        return DomainException.refused(
                "“%s” không phải là số, cũng không phải ký hiệu “-”, “...” hay “x”.".formatted(PlainText.clean(text)));
    }
}
