package vn.tongket.statistics;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Indicator.Type;

/**
 * A number as people write it: Vietnamese {@code 1.234.567,89}, or pasted from an English workbook {@code
 * 1,234,567.89}. What can be meant in two ways is asked about, never guessed (domain.md 6.3).
 */
final class TypedNumber {

    /** No group of three: a point or a comma can only set off decimals. */
    private static final Pattern PLAIN = Pattern.compile("(?!0\\d+[.,]\\d{3}$)(\\d+)(?:[.,](\\d+))?");
    /** Groups of three, all with the same sign between them, and decimals after another one. */
    private static final Pattern GROUPED = Pattern.compile(
            "([1-9]\\d{0,2}(?:(?<separator>[., ])\\d{3})(?:\\k<separator>\\d{3})*)(?:(?!\\k<separator>)[.,](\\d+))?");

    private static final Pattern ONE_GROUP = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

    private final Indicator indicator;
    private final String typed;
    private final String sign;
    private final String digits;

    private TypedNumber(Indicator indicator, String typed) {
        this.indicator = indicator;
        this.typed = typed;
        String text = indicator.type() == Type.PERCENT && typed.endsWith("%")
                ? typed.substring(0, typed.length() - 1).strip()
                : typed;
        boolean signed = text.matches("[+\\p{Pd}−].*");
        this.sign = signed && text.charAt(0) != '+' ? "-" : "";
        this.digits = signed ? text.substring(1) : text;
    }

    static BigDecimal read(Indicator indicator, String typed) {
        return new TypedNumber(indicator, typed).read();
    }

    private BigDecimal read() {
        if (ONE_GROUP.matcher(digits).matches()) {
            return oneGroup();
        }
        Matcher plain = PLAIN.matcher(digits);
        if (plain.matches()) {
            return number(plain.group(1), plain.group(2));
        }
        Matcher grouped = GROUPED.matcher(digits);
        if (grouped.matches()) {
            return number(grouped.group(1).replaceAll("\\D", ""), grouped.group(3));
        }
        throw FigureParser.noNumber(typed);
    }

    /**
     * {@code 1.234} and {@code 1,234}. In a column of whole numbers both can only be thousands, but for money the comma
     * may set off a part of a larger unit. Where decimals are taken the point is asked about; so is the comma, unless
     * the column takes three decimals and shows them so itself.
     */
    private BigDecimal oneGroup() {
        String whole = digits.replaceAll("\\D", "");
        boolean comma = digits.contains(",");
        if (indicator.fractionDigits() == 0 && (!comma || indicator.type() == Type.INT)) {
            return number(whole, null);
        }
        if (comma && indicator.fractionDigits() >= 3) {
            return number(digits.substring(0, digits.indexOf(',')), digits.substring(digits.indexOf(',') + 1));
        }
        String decimal = digits.replace('.', ',');
        throw DomainException.refused(
                indicator.fractionDigits() >= 3
                        ? "“%s” nghĩa là %s hay %s? Hãy gõ lại theo một trong hai cách đó."
                                .formatted(typed, sign + whole, sign + decimal)
                        : "“%s” nghĩa là %s hay %s? Hãy gõ lại, không dùng dấu ngăn cách hàng nghìn%s."
                                .formatted(typed, sign + whole, sign + decimal, roundedTo(indicator.fractionDigits())));
    }

    private static String roundedTo(int fractionDigits) {
        return fractionDigits == 0
                ? ", chỉ nhập số nguyên"
                : ", với tối đa %d chữ số sau dấu phẩy".formatted(fractionDigits);
    }

    private BigDecimal number(String whole, @Nullable String decimals) {
        return new BigDecimal(sign + whole + (decimals == null ? "" : "." + decimals));
    }
}
