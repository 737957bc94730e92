package vn.tongket.report.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;

/** A cell of a report, {@code PL01.LD/2008}, with the name of its row. */
record FigurePlace(String indicator, int year, String name) {

    private static final Pattern PLACE = Pattern.compile("(.{1,100})/(\\d{4})");

    /** Empty where the form has no such cell. */
    static Optional<FigurePlace> of(String place, FigureForm form) {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Indicator row = form.indicator(parts.group(1));
        int year = Integer.parseInt(parts.group(2));
        return row == null || !form.years(row.code()).contains(year)
                ? Optional.empty()
                : Optional.of(new FigurePlace(row.code(), year, row.name()));
    }
}
