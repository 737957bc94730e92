package vn.tongket.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.Vietnamese;

/**
 * The head of an official document: the superior body, the issuing body, the place, number and date. A draft has no
 * number yet, only its symbol ({@code /KH-CĐXD}), and no date.
 */
public record LetterHead(
        String superiorBody,
        String issuingBody,
        String place,
        String number,
        @Nullable LocalDate date) {

    private static final String BLANK = "\u00A0".repeat(6);

    /** The number by a pattern such as {@code {so}/KH-CĐXD}; blank in front of the sign when there is none yet. */
    public static String number(String pattern, @Nullable Integer number) {
        return pattern.replace("{so}", number == null ? "" : "%02d".formatted(number));
    }

    /** {@code 45/KH-CĐXD}; numbers below 10 with a leading zero, a gap to write in for a draft. */
    String numberLine() {
        String symbol = number.replace("{so}", "").strip();
        if (symbol.isEmpty() || !Character.isDigit(symbol.charAt(0))) {
            return BLANK + symbol;
        }
        return symbol.matches("\\d\\D.*") ? "0" + symbol : symbol;
    }

    /** {@code ngày 08 tháng 9 năm 2017}, or the gaps of a draft. */
    String dateLine() {
        return date == null ? "ngày … tháng … năm …" : Vietnamese.longDate(date);
    }

    /** {@code Kế hoạch số 45/KH-CĐXD ngày … của Công đoàn Xây dựng Việt Nam}, for what is sent along with it. */
    String reference(String kind) {
        String name = kind.substring(0, 1) + kind.substring(1).toLowerCase(Vietnamese.LOCALE);
        return "%s số %s %s của %s".formatted(name, numberLine(), dateLine(), issuingBody);
    }
}
