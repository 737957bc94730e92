package vn.tongket.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tongket.campaign.file.CampaignFileCheck;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.ImportFile;
import vn.tongket.shared.ImportJson;
import vn.tongket.shared.ImportSchema;
import vn.tongket.shared.JsonPlace;
import vn.tongket.support.FaultyFile;
import vn.tongket.support.FaultyFile.Format;
import vn.tongket.support.FaultyFiles;

/** The faults of import files, without a database. */
class ImportFaultsTests {

    private static final ImportSchema CAMPAIGN = new ImportSchema("campaign-1.1");
    private static final OrganizationFile UNITS = units();
    private static final CampaignFileCheck.KnownUnits KNOWN = new CampaignFileCheck.KnownUnits() {

        private final Map<String, ReportingMode> modes = UNITS.units().stream()
                .collect(Collectors.toMap(OrganizationFile.Unit::code, OrganizationFile.Unit::reportingMode));

        @Override
        public ReportingMode modeOf(String unit) {
            return modes.get(unit);
        }

        @Override
        public Set<String> categories() {
            return UNITS.categories().stream()
                    .map(OrganizationFile.Category::code)
                    .collect(Collectors.toSet());
        }
    };

    static List<FaultyFile> files() {
        return FaultyFiles.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void namesExactlyTheFaults(FaultyFile file) {
        assertThat(read(file.format(), file.content()).faults()).containsExactlyInAnyOrderElementsOf(file.faults());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void findsNothingInTheShippedFiles(Format format) {
        ImportFile file = read(format, format.text().getBytes(StandardCharsets.UTF_8));

        assertThat(file.faults()).isEmpty();
        assertThat(file.remarks()).isEmpty();
    }

    @Test
    void findsNothingInACampaignOfAnotherMake() throws IOException {
        byte[] file =
                getClass().getResourceAsStream("/othercampaign/campaign.json").readAllBytes();

        assertThat(ImportFile.read(file, CAMPAIGN).faults()).isEmpty();
    }

    /** A byte order mark, as Windows editors write it, is no fault. */
    @Test
    void passesOverAByteOrderMark() {
        assertThat(read(Format.CAMPAIGN, ("\uFEFF" + Format.CAMPAIGN.text()).getBytes(StandardCharsets.UTF_8))
                        .faults())
                .isEmpty();
    }

    private static ImportFile read(Format format, byte[] content) {
        ImportSchema schema = format == Format.CAMPAIGN ? CAMPAIGN : OrganizationImport.SCHEMA;
        Function<JsonPlace, List<Fault>> check = format == Format.CAMPAIGN
                ? root -> CampaignFileCheck.faultsOf(root, KNOWN)
                : root -> OrganizationCheck.faultsOf(root, ExistingUnits.NONE);
        return ImportFile.read(content, schema).and(check);
    }

    private static OrganizationFile units() {
        byte[] file = Format.ORGANIZATION.text().getBytes(StandardCharsets.UTF_8);
        return ImportJson.value(ImportFile.read(file, OrganizationImport.SCHEMA).tree(), OrganizationFile.class);
    }
}
