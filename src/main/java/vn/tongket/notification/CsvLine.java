package vn.tongket.notification;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line of a CSV file as a Vietnamese Excel opens it: semicolons, each value in quotes, none taken for a formula. */
final class CsvLine {

    /** What makes Excel and LibreOffice calculate, in quotes or not. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private CsvLine() {}

    /** The line with its end. A value that would be calculated gets an apostrophe before it. */
    static String of(Object... values) {
        return Stream.of(values).map(value -> quoted(value.toString())).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String quoted(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
