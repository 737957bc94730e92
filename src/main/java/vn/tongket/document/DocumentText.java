package vn.tongket.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.tongket.shared.Vietnamese;

/** Text as files and file names can hold it. */
public final class DocumentText {

    private DocumentText() {}

    /** NFC without what XML cannot hold: control characters (save tab and line end), lone surrogates, non-characters. */
    public static String clean(String text) {
        return Vietnamese.nfc(text.codePoints()
                .filter(DocumentText::holdsInXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private static boolean holdsInXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0x7F)
                || (c > 0x9F && c < 0xD800)
                || (c > 0xDFFF && c < 0xFFFE)
                || c > 0xFFFF;
    }

    /** {@code Ke-hoach-45-KH-CDXD.docx}: ASCII letters, digits and hyphens, so that any mail program keeps it. */
    public static String fileName(String kind, String number, String extension) {
        return ascii(kind + " " + number) + "." + extension;
    }

    /** Letters without marks, everything else but digits as single hyphens; upper case is kept. */
    public static String ascii(String text) {
        String folded = Vietnamese.nfc(text)
                .codePoints()
                .mapToObj(DocumentText::foldKeepingCase)
                .collect(Collectors.joining());
        return folded.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String foldKeepingCase(int c) {
        String folded = Vietnamese.fold(Character.toString(c));
        return Character.isUpperCase(c) ? folded.toUpperCase(Locale.ROOT) : folded;
    }

    static String upper(String text) {
        return text.toUpperCase(Vietnamese.LOCALE);
    }

    /** The same as the beginning of a sentence. */
    static String capital(String text) {
        return upper(text.substring(0, 1)) + text.substring(1);
    }

    /** {@code 1.234.567,5}: all digits given, none added. */
    static String number(BigDecimal value) {
        return format("#,##0.##########").format(value);
    }

    static String number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /** {@code 73,2%}: one decimal, half up. */
    static String percent(int part, int whole) {
        DecimalFormat format = format("0.0");
        format.setRoundingMode(RoundingMode.HALF_UP);
        BigDecimal share = BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
        return format.format(share) + "%";
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat(pattern, symbols);
    }

    /** {@code I, II, III …}, from 1 on. */
    static String roman(int number) {
        int[] values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            for (; rest >= values[i]; rest -= values[i]) {
                roman.append(signs[i]);
            }
        }
        return roman.toString();
    }
}
