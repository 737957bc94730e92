package vn.tongket.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code applies_to} of the campaign file. */
class AppliesToTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"\"ALL\"", "[\"TRUONG\"]", "[\"TRUONG\",\"BENHVIEN\"]"})
    void isReadAndWrittenAlike(String json) throws Exception {
        assertThat(JSON.writeValueAsString(JSON.readValue(json, AppliesTo.class)))
                .isEqualTo(json);
    }

    @Test
    void includesThoseItNamesOrEverybody() throws Exception {
        assertThat(JSON.readValue("\"ALL\"", AppliesTo.class).includes("TCT")).isTrue();
        AppliesTo two = JSON.readValue("[\"TRUONG\",\"BENHVIEN\"]", AppliesTo.class);
        assertThat(two).isEqualTo(new AppliesTo(List.of("TRUONG", "BENHVIEN")));
        assertThat(two.includes("BENHVIEN")).isTrue();
        assertThat(two.includes("TCT")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"TRUONG\"", "[]", "{}", "{\"ALL\":1}", "1"})
    void refusesWhatIsNeitherAllNorAList(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, AppliesTo.class)).hasMessageContaining("applies_to");
    }
}
