package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.report.CanonicalReport.Signature;
import vn.tongket.report.CanonicalReport.Subject;
import vn.tongket.report.ReportAttachments.Hash;
import vn.tongket.report.ReportContent.Answer;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.Figures;
import vn.tongket.support.Shipped;

/** The bytes that are hashed (ADR 20); expected values are written out by hand from RFC 8785 and the ADR. */
class CanonicalReportTests {

    private static final Subject SUBJECT = new Subject("TK-2017", "SONGDA", 2);
    private static final ReportContent NOTHING = new ReportContent(Map.of(), Map.of(), Map.of(), Map.of(), List.of());

    @Test
    void writesEveryPartByItsCodeAndRowsInTheirOrder() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("P1.I", "Dòng một\nDòng “hai”");
        sections.put("MD.1", "Căn \"cứ\" \\ kế hoạch");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ten", "Lớp học");
        row.put("dong_y", true);
        var content = new ReportContent(
                sections,
                Map.of("PL01.LD", Map.of("2009", "-", "2008", "18500")),
                Map.of("LF02", List.of(row, Map.of("ten", "Bể bơi"))),
                Map.of("R027/PL04.X/2012", "Do sáp nhập."),
                List.of(
                        new Answer("r1", "PL01.LD/2008", "Số liệu chưa khớp", "Đã sửa."),
                        new Answer("r2", null, "Thiếu phụ lục", "Đã bổ sung.")));

        assertThat(text(content, List.of(new Hash("b.pdf", "bb"), new Hash("a.pdf", "aa"))))
                .isEqualTo("""
                        {"answers":[{"answer":"Đã sửa.","asked":"Số liệu chưa khớp","place":"PL01.LD/2008","reason":"r1"},\
                        {"answer":"Đã bổ sung.","asked":"Thiếu phụ lục","reason":"r2"}],\
                        "attachments":[{"name":"a.pdf","sha256":"aa"},{"name":"b.pdf","sha256":"bb"}],\
                        "campaign":"TK-2017","explanations":{"R027/PL04.X/2012":"Do sáp nhập."},\
                        "figures":{"PL01.LD":{"2008":"18500","2009":"-"}},"form":"tongket.report.content/1",\
                        "lists":{"LF02":[{"dong_y":true,"ten":"Lớp học"},{"ten":"Bể bơi"}]},\
                        "sections":{"MD.1":"Căn \\"cứ\\" \\\\ kế hoạch","P1.I":"Dòng một\\nDòng “hai”"},\
                        "unit":"SONGDA","version":2}""");
    }

    @Test
    void writesTheSignatureWithTheContentsHash() {
        var signature = new Signature(
                "c0ffee",
                "12/BC-CĐ",
                LocalDate.of(2017, 10, 20),
                "songdachutich",
                Instant.parse("2017-10-20T08:15:00.5Z"));

        assertThat(new String(CanonicalReport.version(SUBJECT, signature), StandardCharsets.UTF_8))
                .isEqualTo("""
                        {"campaign":"TK-2017","content":"c0ffee","documentNumber":"12/BC-CĐ",\
                        "form":"tongket.report.version/1","sentAt":"2017-10-20T08:15:00.500000Z",\
                        "signedBy":"songdachutich","signedOn":"2017-10-20","unit":"SONGDA","version":2}""");
    }

    /** The test value of FIPS 180-2, appendix B.1. */
    @Test
    void hashesBySha256InSmallHexadecimal() {
        assertThat(CanonicalReport.sha256("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void takesDecomposedTextAndForeignLineEndsForTheSame() {
        String text = "Tổng kết mười năm\nKết quả";
        String foreign = Normalizer.normalize(text, Normalizer.Form.NFD).replace("\n", "\r\n");
        assertThat(foreign).isNotEqualTo(text);

        assertThat(text(sections(Map.of("MD.1", foreign)), List.of()))
                .isEqualTo(text(sections(Map.of("MD.1", text)), List.of()));
    }

    @Test
    void leavesOutWhatIsEmpty() {
        var blanks = new ReportContent(
                Map.of("MD.1", " \n"),
                Map.of("PL01.LD", Map.of()),
                Map.of("LF01", List.of()),
                Map.of("R027/PL04.X/2012", ""),
                List.of());

        assertThat(text(blanks, List.of())).isEqualTo(text(NOTHING, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"34,0|34,00", "1.234,5|1234,50", "0,0|0", "…|...", "–|-", "X|x"})
    void takesNumbersAndMarksForTheSameHoweverTheyAreTyped(String typed, String other) {
        assertThat(text(figures(typed), List.of())).isEqualTo(text(figures(other), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-", "...", "x", "34.5", "34.4"})
    void tellsEveryValueFromABlankAndFromTheOthers(String value) {
        assertThat(List.of("0", "-", "...", "x", "34.5", "34.4", "").stream()
                        .filter(other -> text(stored(other), List.of()).equals(text(stored(value), List.of()))))
                .containsExactly(value);
    }

    @Test
    void isAnotherForAnotherUnionCampaignOrVersion() {
        var whole = new WholeContent(NOTHING, List.of());

        assertThat(List.of(
                                SUBJECT,
                                new Subject("TK-2018", "SONGDA", 2),
                                new Subject("TK-2017", "HUD", 2),
                                new Subject("TK-2017", "SONGDA", 3))
                        .stream()
                        .map(subject -> CanonicalReport.sha256(CanonicalReport.content(subject, whole))))
                .doesNotHaveDuplicates();
    }

    @Test
    void escapesOnlyWhatMustBe() {
        assertThat(new String(CanonicalJson.of("\u0001\u001f\b\f\t/é€\u007f😀"), StandardCharsets.UTF_8))
                .isEqualTo("\"\\u0001\\u001f\\b\\f\\t/é€\u007f😀\"");
    }

    /** RFC 8785, 3.2.3: by UTF-16 code units, so a pair of surrogates stands before U+FFE6. */
    @Test
    void sortsNamesByTheirCodeUnits() {
        Map<String, Object> names = Map.of("\uFFE6", 1, "😀", 2, "é", 3, "a", 4, "B", 5);

        assertThat(new String(CanonicalJson.of(names), StandardCharsets.UTF_8))
                .isEqualTo("{\"B\":5,\"a\":4,\"é\":3,\"😀\":2,\"\uFFE6\":1}");
    }

    private static ReportContent figures(String typed) {
        ReportForm form = ReportForm.of(
                Shipped.read(Shipped.campaign().getBytes(StandardCharsets.UTF_8), CampaignFile.class),
                new Respondent("CDTCT", null, false));
        return new ReportContent(
                Map.of(),
                form.figures()
                        .mergeTyped(Figures.NONE, Map.of("PL01.TUOI_BQ", Map.of("2008", typed)))
                        .toMap(),
                Map.of(),
                Map.of(),
                List.of());
    }

    private static ReportContent stored(String canonical) {
        return new ReportContent(
                Map.of(),
                canonical.isEmpty() ? Map.of() : Map.of("PL01.TUOI_BQ", Map.of("2008", canonical)),
                Map.of(),
                Map.of(),
                List.of());
    }

    private static ReportContent sections(Map<String, String> sections) {
        return new ReportContent(sections, Map.of(), Map.of(), Map.of(), List.of());
    }

    private static String text(ReportContent content, List<Hash> files) {
        return new String(CanonicalReport.content(SUBJECT, new WholeContent(content, files)), StandardCharsets.UTF_8);
    }
}
