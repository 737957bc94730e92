package vn.tongket.shared;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Vietnamese text: composed Unicode, searching without marks, dates as letters write them. */
public final class Vietnamese {

    public static final Locale LOCALE = Locale.forLanguageTag("vi-VN");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private Vietnamese() {}

    /** The text in composed form (NFC) with Unix line ends; macOS sends it decomposed. */
    public static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    /** For searching: lower case without marks, {@code đ} as {@code d} (it does not decompose). */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }

    /** A title inside a sentence: its first letter small. */
    public static String midSentence(String title) {
        return title.substring(0, 1).toLowerCase(LOCALE) + title.substring(1);
    }

    /** A number of things, with dots between thousands: {@code 1.191}. */
    public static String count(long number) {
        return String.format(LOCALE, "%,d", number);
    }

    /** The first of these units, the others counted: {@code Sông Đà, HUD và 12 đơn vị khác}. */
    public static String units(List<String> names, int most) {
        String first = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.size() <= most ? first : first + " và " + count(names.size() - most) + " đơn vị khác";
    }

    /** {@code 05/11/2017}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code 08:15 ngày 05/11/2017}. */
    public static String minute(LocalDateTime time) {
        return MINUTE.format(time);
    }

    /** {@code 08:15 ngày 05/11/2017} in Vietnam's zone. */
    public static String minute(Instant time) {
        return minute(LocalDateTime.ofInstant(time, TimeConfiguration.ZONE));
    }

    /**
     * {@code ngày 08 tháng 6 năm 2017}: a day below 10 and the months 1 and 2 get a leading zero (Decree 30/2020,
     * Annex I).
     */
    public static String longDate(LocalDate date) {
        String month = date.getMonthValue() <= 2 ? "0" + date.getMonthValue() : String.valueOf(date.getMonthValue());
        return "ngày %02d tháng %s năm %d".formatted(date.getDayOfMonth(), month, date.getYear());
    }
}
