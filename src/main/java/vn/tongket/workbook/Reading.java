package vn.tongket.workbook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file from a unit says, and what is to be told about it. A place that is not named was not read, and stays as
 * it is in the draft.
 *
 * @param base the draft with which the file was filled when it was made; null when the file does not tell
 * @param loose text of which the file does not tell under which heading it belongs
 */
record Reading(Content content, @Nullable Content base, List<Remark> remarks, List<Loose> loose) {

    /** What a file without loose text says. */
    Reading(Content content, @Nullable Content base, List<Remark> remarks) {
        this(content, base, remarks, List.of());
    }

    /**
     * Parts of a report as they are stored: text by heading, canonical figures by row and year, rows by list form. An
     * empty string is a place that the file leaves blank.
     */
    record Content(
            Map<String, String> sections,
            Map<String, Map<String, String>> figures,
            Map<String, List<Map<String, Object>>> lists) {

        static final Content NOTHING = new Content(Map.of(), Map.of(), Map.of());
    }

    Reading {
        remarks = List.copyOf(remarks);
        loose = loose == null ? List.of() : List.copyOf(loose);
    }
}
