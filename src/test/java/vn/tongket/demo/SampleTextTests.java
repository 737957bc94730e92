package vn.tongket.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.shared.ImportJson;
import vn.tongket.statistics.AppliesTo;
import vn.tongket.support.Shipped;

class SampleTextTests {

    private static final CampaignFile FILE = Shipped.read(resource("/demo/campaign-20-NQ-TW.json"), CampaignFile.class);
    private static final List<String> UNITS = unitNames();

    @Test
    void staysWithinTheLimitsOfEverySectionForEveryUnit() {
        for (Section section : FILE.sections()) {
            for (int index = 0; index < UNITS.size(); index++) {
                String text = SampleText.section(FILE, section, UNITS.get(index), index);
                if (section.isHeading()) {
                    assertThat(text).isEmpty();
                } else {
                    assertThat(text.codePointCount(0, text.length()))
                            .as(section.code())
                            .isBetween(Math.max(1, section.minChars()), section.maxChars());
                    assertThat(text)
                            .contains(UNITS.get(index))
                            .doesNotContain("{")
                            .doesNotContain("}");
                    assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void variesBetweenUnitsAndIsTheSameEachTime() {
        Section section = FILE.sections().get(0);

        assertThat(new HashSet<>(UNITS.stream()
                        .map(unit -> SampleText.section(FILE, section, unit, 7).replace(unit, ""))
                        .toList()))
                .hasSizeGreaterThan(20);
        assertThat(SampleText.section(FILE, section, UNITS.get(0), 7))
                .isEqualTo(SampleText.section(FILE, section, UNITS.get(0), 7));
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "10, 30", "200, 210", "100, 400", "6000, 9000", "20000, 21000", "0, 1"})
    void writesForAnyOutline(int min, int max) {
        Section section = new Section(
                "A", "1", "Một chuyên đề khác", null, 2, false, true, min, max, null, null, null, AppliesTo.ALL);

        String text = SampleText.section(FILE, section, "Công đoàn Trường Đại học Xây dựng Miền Trung", 3);

        assertThat(text.codePointCount(0, text.length())).isBetween(min, max);
        assertThat(text).isNotEmpty();
    }

    @Test
    void fillsListsWithValidRows() {
        for (ListForm form : FILE.listForms()) {
            for (String unit : UNITS) {
                List<Map<String, Object>> rows = SampleLists.rows(form, unit, 5, 2017);
                assertThat(rows).hasSizeGreaterThanOrEqualTo(Math.max(1, form.minRows()));
                rows.forEach(row -> form.columns().forEach(column -> assertValid(column, row.get(column.key()))));
            }
        }
    }

    @Test
    void makesAsManyRowsAsAFormWants() {
        ListForm form = new ListForm(
                "X", "X", null, 7, List.of(new ListColumn("a", "Ghi chú", "text", true, null, 10)), null, null);

        assertThat(SampleLists.rows(form, "Công đoàn A", 1, 2017))
                .hasSize(7)
                .allSatisfy(row -> assertThat(row.get("a").toString().length()).isBetween(1, 10));
    }

    private static void assertValid(ListColumn column, Object value) {
        if (value == null) {
            assertThat(column.required()).isFalse();
            return;
        }
        switch (column.type()) {
            case "enum" -> assertThat(column.values()).contains(value.toString());
            case "date" -> assertThat(LocalDate.parse(value.toString())).isBetween("2008-01-01", "2017-12-31");
            case "bool" -> assertThat(value).isInstanceOf(Boolean.class);
            case "int" -> assertThat(value).isInstanceOf(Integer.class);
            case "decimal" -> assertThat(new BigDecimal((String) value)).isNotNegative();
            default ->
                assertThat((String) value)
                        .isNotBlank()
                        .doesNotContain("{")
                        .hasSizeLessThanOrEqualTo(column.maxChars() == null ? 1000 : column.maxChars());
        }
    }

    private static List<String> unitNames() {
        try {
            List<String> names = new ArrayList<>();
            ImportJson.mapper()
                    .readTree(resource("/demo/units-cdxdvn.json"))
                    .get("units")
                    .forEach(unit -> names.add(unit.get("name").asText()));
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] resource(String name) {
        try (var in = SampleTextTests.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
