package vn.tongket.workflow.reviewcampaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tongket.notification.Addressee.CHAIR;
import static vn.tongket.notification.Addressee.DEPARTMENT;
import static vn.tongket.notification.Addressee.OFFICER;
import static vn.tongket.notification.Addressee.STANDING_BODY;
import static vn.tongket.notification.NoticeRules.FileSays.NAMED;
import static vn.tongket.notification.NoticeRules.FileSays.SILENT;
import static vn.tongket.notification.NoticeRules.FileSays.UNNAMED;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tongket.notification.NoticeKind;
import vn.tongket.notification.NoticeRules.CampaignDay;
import vn.tongket.notification.NoticeRules.FileSays;
import vn.tongket.notification.NoticeRules.Told;
import vn.tongket.notification.NoticeRules.UnitDay;
import vn.tongket.report.SubmissionState;

/** The shipped tables, row by row. */
class NoticeTablesTests {

    private static final NoticeTables TABLES = shipped("");

    @ParameterizedTest
    @CsvSource({
        "30, NAMED, FRIENDLY",
        "6, NAMED, FRIENDLY",
        "5, NAMED, FIRM",
        "1, NAMED, FIRM",
        "20, SILENT, FRIENDLY",
        "10, SILENT, FRIENDLY",
        "5, SILENT, FIRM",
        "1, SILENT, FIRM"
    })
    void remindsTheOfficerOnTheDaysOfThePlanOrTheDefaultOnes(int left, FileSays file, String tone) {
        assertThat(unit(left, file)).contains(new Told(NoticeKind.REMINDER, List.of(OFFICER), tone));
    }

    @ParameterizedTest
    @EnumSource
    void speaksOnTheLastDayAndAfterItWhateverThePlanNames(FileSays file) {
        assertThat(unit(0, file)).contains(new Told(NoticeKind.DUE_TODAY, List.of(OFFICER), "URGENT"));
        assertThat(unit(-1, file)).contains(new Told(NoticeKind.OVERDUE, List.of(OFFICER, CHAIR), "URGENT"));
        assertThat(unit(-3, file)).contains(new Told(NoticeKind.URGING_LETTER, List.of(OFFICER, CHAIR), "URGENT"));
    }

    @Test
    void isSilentOnEveryOtherDay() {
        assertThat(speaksOn(UNNAMED)).containsExactlyInAnyOrder(0, -1, -3);
        assertThat(speaksOn(SILENT)).containsExactlyInAnyOrder(20, 10, 5, 1, 0, -1, -3);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_STARTED", "DRAFTING", "INTERNAL_REVIEW", "RETURNED"})
    void makesNoDifferenceByStateCategoryOrReturns(SubmissionState state) {
        assertThat(TABLES.unit(new UnitDay(10, NAMED, "CDCS", state, 3))).isEqualTo(unit(10, NAMED));
    }

    @Test
    void letsARowAboveTheOthersMakeAnException() {
        String exception = """
                <rule id="Rule_Exception"><description>Đã trả lại nhiều lần: báo cả công đoàn cấp trên.</description>
                  <inputEntry id="e1"><text>[1..5]</text></inputEntry>
                  <inputEntry id="e2"><text>"named"</text></inputEntry>
                  <inputEntry id="e3"><text>"CDTCT"</text></inputEntry>
                  <inputEntry id="e4"><text>"returned"</text></inputEntry>
                  <inputEntry id="e5"><text>&gt;= 2</text></inputEntry>
                  <outputEntry id="e6"><text>"REMINDER"</text></outputEntry>
                  <outputEntry id="e7"><text>"OFFICER, CHAIR, SUPERIOR"</text></outputEntry>
                  <outputEntry id="e8"><text>"URGENT"</text></outputEntry>
                </rule>""";
        NoticeTables edited = shipped(exception);

        assertThat(edited.unit(new UnitDay(5, NAMED, "CDTCT", SubmissionState.RETURNED, 2)))
                .hasValueSatisfying(told -> assertThat(told.addressees()).hasSize(3));
        assertThat(edited.unit(new UnitDay(5, NAMED, "CDTCT", SubmissionState.RETURNED, 1)))
                .hasValueSatisfying(told -> assertThat(told.addressees()).hasSize(1));
    }

    @Test
    void sendsTheDigestOnTheFirstWorkingDayOfAWeek() {
        assertThat(TABLES.campaign(new CampaignDay(true, 17, 90, 30)))
                .containsExactly(new Told(NoticeKind.DIGEST, List.of(DEPARTMENT), "FRIENDLY"));
        assertThat(TABLES.campaign(new CampaignDay(false, 17, 90, 30))).isEmpty();
    }

    @Test
    void tellsTheStandingBodyFiveDaysBeforeWhenMoreThanTheShareIsMissing() {
        var escalation = new Told(NoticeKind.ESCALATION, List.of(STANDING_BODY), "URGENT");

        assertThat(TABLES.campaign(new CampaignDay(false, 5, 30.1, 30))).containsExactly(escalation);
        assertThat(TABLES.campaign(new CampaignDay(true, 5, 100, 30)))
                .hasSize(2)
                .contains(escalation);
        assertThat(TABLES.campaign(new CampaignDay(false, 5, 30, 30))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 4, 0, -5})
    void doesNotTellTheStandingBodyOnOtherDays(int left) {
        assertThat(TABLES.campaign(new CampaignDay(false, left, 100, 30))).isEmpty();
    }

    private static Optional<Told> unit(int left, FileSays file) {
        return TABLES.unit(new UnitDay(left, file, "CDTCT", SubmissionState.DRAFTING, 0));
    }

    private static Set<Integer> speaksOn(FileSays file) {
        return IntStream.rangeClosed(-60, 250)
                .filter(left -> unit(left, file).isPresent())
                .boxed()
                .collect(Collectors.toSet());
    }

    private static NoticeTables shipped(String ruleOnTop) {
        try (InputStream file = NoticeTablesTests.class.getResourceAsStream("/bpmn/notices.dmn")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("<rule ", java.util.regex.Matcher.quoteReplacement(ruleOnTop) + "<rule ");
            return NoticeTables.read(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
