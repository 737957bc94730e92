package vn.tongket.report.web;

import java.util.stream.Stream;
import vn.tongket.report.ReportForm;

/** What people call a heading, an appendix or a list of a report. */
final class PlaceName {

    private PlaceName() {}

    /** The code itself when the report has no such place. */
    static String of(String target, ReportForm form) {
        return Stream.of(
                        form.sections().stream()
                                .filter(section -> section.code().equals(target))
                                .map(section -> "Mục " + target + " “" + section.title() + "”"),
                        form.figures().appendices().stream()
                                .filter(appendix -> appendix.code().equals(target))
                                .map(appendix -> "Phụ lục " + target),
                        form.lists().stream()
                                .filter(list -> list.code().equals(target))
                                .map(list -> "Biểu " + target))
                .flatMap(places -> places)
                .findFirst()
                .orElse(target);
    }
}
