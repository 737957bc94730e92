package vn.tongket.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Indicator;

/**
 * The places of a unit's report that people talk about, and what they call them: headings {@code P1.I.1}, appendices
 * {@code PL01}, lists {@code LF01} and cells {@code PL01.LD/2008}.
 */
public final class ReportPlaces {

    private static final String WHOLE = "Toàn báo cáo";

    private final Map<String, String> names = new LinkedHashMap<>();

    private ReportPlaces() {}

    static ReportPlaces of(ReportForm form) {
        ReportPlaces places = new ReportPlaces();
        form.sections()
                .forEach(section ->
                        places.names.put(section.code(), "Mục " + section.code() + " “" + section.title() + "”"));
        form.figures()
                .appendices()
                .forEach(appendix -> places.names.put(appendix.code(), "Phụ lục " + appendix.code()));
        form.lists().forEach(list -> places.names.put(list.code(), "Biểu " + list.code()));
        for (Indicator indicator : form.figures().indicators()) {
            for (int year : form.figures().years(indicator.code())) {
                places.names.put(indicator.code() + "/" + year, form.figures().place(indicator.code(), year));
            }
        }
        return places;
    }

    public Set<String> codes() {
        return names.keySet();
    }

    /** The report as a whole for null; the code itself where the form has no such place. */
    public String name(@Nullable String code) {
        return code == null ? WHOLE : names.getOrDefault(code, code);
    }
}
