package vn.tongket.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BusinessKeyTests {

    @Test
    void readsACampaignAndAUnitOfIt() {
        assertThat(BusinessKey.parse("TK-20NQTW-2017")).isEqualTo(BusinessKey.ofCampaign("TK-20NQTW-2017"));
        assertThat(BusinessKey.parse("TK-20NQTW-2017/SONGDA"))
                .isEqualTo(BusinessKey.ofUnit("TK-20NQTW-2017", "SONGDA"))
                .hasToString("TK-20NQTW-2017/SONGDA");
    }

    @Test
    void keepsFurtherSlashesInTheUnitsCode() {
        assertThat(BusinessKey.parse("TK/A/B").requireUnit()).isEqualTo("A/B");
    }

    @Test
    void refusesAnInstanceWithoutKeyAndAUnitWhereThereIsNone() {
        assertThatThrownBy(() -> BusinessKey.parse(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BusinessKey.ofCampaign("TK").requireUnit()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesTheCampaignsCodeLiterallyInAPattern() {
        assertThat(BusinessKey.likeUnitsOf("TK_1%")).isEqualTo("TK\\_1\\%/%");
    }
}
