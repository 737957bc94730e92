package vn.tongket.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import vn.tongket.shared.ImportJson;
import vn.tongket.support.Shipped;

class CampaignFileTests {

    private final byte[] json = resource("/demo/campaign-20-NQ-TW.json");
    private final CampaignFile file = Shipped.read(json, CampaignFile.class);

    @Test
    void readsTheShippedFileWhole() {
        assertThat(file.appendices()).hasSize(8);
        assertThat(file.appendices().stream()
                        .mapToInt(appendix -> appendix.indicators().size())
                        .sum())
                .isEqualTo(133);
        assertThat(file.rules()).hasSize(52);
        assertThat(file.listForms()).hasSize(4);
        assertThat(file.sections().stream().filter(section -> !section.isHeading()))
                .hasSize(26);
        assertThat(file.campaign().code()).isEqualTo("TK-20NQTW-2017");
        assertThat(file.appendices())
                .allSatisfy(appendix -> assertThat(appendix.years()).hasSize(10));
    }

    @Test
    void writesWhatItReads() throws IOException {
        var mapper = ImportJson.mapper();

        CampaignFile again = Shipped.read(mapper.writeValueAsBytes(file), CampaignFile.class);

        assertThat(again).isEqualTo(file);
    }

    static byte[] resource(String name) {
        try (InputStream in = CampaignFileTests.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
