package vn.tongket.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import vn.tongket.document.OutlineForm;
import vn.tongket.document.OutlineForm.Data;
import vn.tongket.document.OutlineForm.Property;
import vn.tongket.document.OutlineFormWriter;
import vn.tongket.workbook.Reading.Content;

/** The Word file in which a unit writes under the outline's headings, filled with the draft of now. */
final class OutlineTemplate {

    /** Where the template keeps its second mark and the draft that it was filled with. */
    static final String NAMESPACE = "urn:vn:tongket:draft";

    private static final String DATA_ID = "6A1D2E0C-52E7-4B0E-9C1F-20171105A001";

    private OutlineTemplate() {}

    /**
     * A Word file (.docx).
     *
     * @param sections the draft, plain text by heading
     */
    static byte[] of(Expected expected, Map<String, String> sections) {
        String base = Mark.textOf(new Content(new TreeMap<>(sections), Map.of(), Map.of()));
        Mark mark = new Mark(
                Mark.LAYOUT,
                expected.campaign(),
                expected.unit(),
                Mark.formOf(expected.form().sections()),
                expected.version(),
                Mark.hashOf(base));
        return OutlineFormWriter.write(new OutlineForm(
                OutlineWords.KIND,
                expected.names().subject(),
                expected.names().union(),
                OutlineWords.GUIDE,
                expected.outline(),
                OutlineWords.hints(expected.form()),
                sections,
                OutlineWords.PROMPT,
                new Property(Mark.NAME, mark.text()),
                new Data(DATA_ID, data(mark.text(), base))));
    }

    private static byte[] data(String mark, String base) {
        return "<draft xmlns=\"%s\"><mark>%s</mark><base>%s</base></draft>"
                .formatted(NAMESPACE, escaped(mark), escaped(base))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
