package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.tongket.workbook.Difference.Kind;
import vn.tongket.workbook.Reading.Content;

/** The Word file out and in again: what stands under a heading comes back under it, whatever Word made of the file. */
class WordTemplateTests {

    private static final int HEADINGS = (int) Samples.FORM.sections().stream()
            .filter(section -> !section.isHeading())
            .count();

    @Test
    void bringsBackTheTextOfEveryHeading() {
        Map<String, String> texts = WordSamples.full();

        Reading reading = Samples.read(WordSamples.template(texts));

        assertThat(reading.content().sections()).hasSize(HEADINGS).isEqualTo(texts);
        assertThat(reading.base()).isEqualTo(new Content(texts, Map.of(), Map.of()));
        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.loose()).isEmpty();
    }

    /** Read by another library than our reader, which would forgive elements in the wrong place. */
    @Test
    void holdsAControlForEachHeadingAsWordKnowsThem() throws IOException {
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(WordSamples.template(WordSamples.full())))) {
            List<String> controls = document.getBodyElements().stream()
                    .filter(XWPFSDT.class::isInstance)
                    .map(XWPFSDT.class::cast)
                    .map(control -> control.getTag() + " " + control.getTitle())
                    .toList();

            assertThat(controls)
                    .isEqualTo(Samples.FORM.sections().stream()
                            .filter(section -> !section.isHeading())
                            .map(section -> section.code() + " "
                                    + section.heading()
                                            .substring(
                                                    0,
                                                    Math.min(section.heading().length(), 60)))
                            .toList());
        }
    }

    @Test
    void readsAnEmptyTemplateAsEmptyHeadings() {
        Reading reading = Samples.read(WordSamples.template(Map.of()));

        assertThat(reading.content().sections())
                .hasSize(HEADINGS)
                .allSatisfy((code, text) -> assertThat(text).isEmpty());
        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.loose()).isEmpty();
    }

    @Test
    @EnabledIf("vn.tongket.workbook.LibreOffice#isThere")
    void bringsBackTheSameAfterLibreOfficeSavedIt() {
        Map<String, String> texts = WordSamples.full();
        texts.put("P1.I.3", "");

        Reading reading = Samples.read(LibreOffice.convert(WordSamples.template(texts), "docx", "docx"));

        assertThat(reading.content().sections()).isEqualTo(texts);
        assertThat(reading.loose()).isEmpty();
        assertThat(reading.base()).isEqualTo(new Content(texts, Map.of(), Map.of()));
        assertThat(reading.remarks()).isEmpty();
    }

    /** On this way LibreOffice drops the controls and the hidden draft of then: the headings alone are left. */
    @Test
    @EnabledIf("vn.tongket.workbook.LibreOffice#isThere")
    void bringsBackTheSameTextFromAFileThatWasAnOpenDocumentInBetween() {
        Map<String, String> texts = WordSamples.full();

        byte[] open = LibreOffice.convert(WordSamples.template(texts), "docx", "odt");
        Reading reading = Samples.read(LibreOffice.convert(open, "odt", "docx"));

        assertThat(reading.content().sections()).isEqualTo(texts);
        assertThat(reading.loose()).isEmpty();
        assertThat(reading.base()).isNull();
    }

    /** Without controls the headings alone say what belongs where. */
    @Test
    void findsEachHeadingWhenTheControlsAreGone() {
        Map<String, String> texts = WordSamples.full();
        byte[] bytes = Damage.rewrite(WordSamples.template(texts), "word/document.xml", WordTemplateTests::unwrapped);

        Reading reading = Samples.read(bytes);

        assertThat(reading.content().sections()).isEqualTo(texts);
        assertThat(reading.loose()).isEmpty();
    }

    /** Blank lines and other dashes are no difference; a changed text is, and says who changed it. */
    @Test
    void comparesHeadingByHeading() {
        Map<String, String> then = WordSamples.full();
        then.put("P1.IV.1", "Nhiều.\n\n• Một\n• Hai");
        then.put("P1.IV.2", "Ít.");
        then.put("P1.IV.3", "Cũ.");
        Map<String, String> typed = new LinkedHashMap<>(then);
        typed.put("P1.IV.2", "Rất ít.");
        typed.put("P1.IV.3", "Tệp.");
        Content base = new Content(then, Map.of(), Map.of());
        Content draft = new Content(new LinkedHashMap<>(then), Map.of(), Map.of());
        draft.sections().put("P1.IV.3", "Trang.");
        draft.sections().put("P1.IV.4", "Mới trên trang.");
        Content file = Samples.read(WordSamples.template(typed)).content();

        List<String> differences = Comparison.of(Samples.FORM, new Reading(file, base, List.of()), draft).stream()
                .map(difference -> difference.kind() + " " + difference.path())
                .toList();

        assertThat(differences)
                .containsExactly(Kind.FILE + " P1.IV.2", Kind.BOTH + " P1.IV.3", Kind.DRAFT + " P1.IV.4");
    }

    private static String unwrapped(String xml) {
        return xml.replaceAll("<w:sdtPr>.*?</w:sdtPr>", "").replaceAll("</?w:sdt(Content)?>", "");
    }
}
