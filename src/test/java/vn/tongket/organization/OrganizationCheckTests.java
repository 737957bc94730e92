package vn.tongket.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.ImportJson;

class OrganizationCheckTests {

    @Test
    void takesATreeInOrder() {
        assertThat(faultsOf(unit("A", null), unit("B", "A"))).isEmpty();
    }

    @Test
    void namesACodeUsedTwice() {
        assertThat(faultsOf(unit("A", null), unit("A", null)))
                .containsExactly(new Fault("$.units[1].code", "Mã đơn vị “A” bị trùng."));
    }

    @Test
    void namesCodesThatMakeTheSameGroup() {
        assertThat(faultsOf(unit("CNXD_HN", null), unit("cnxd.hn", null)))
                .containsExactly(
                        new Fault("$.units[1].code", "Mã “cnxd.hn” và “CNXD_HN” cho cùng một tên nhóm “CNXDHN”."));
    }

    @Test
    void namesAParentThatIsNowhere() {
        assertThat(faultsOf(unit("A", "X"))).containsExactly(new Fault("$.units[0].parent", "Không có đơn vị “X”."));
    }

    @Test
    void namesACycle() {
        assertThat(faultsOf(unit("A", "B"), unit("B", "A")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("là cấp trên của chính nó"));
    }

    @Test
    void namesAnAddressThatIsNone() {
        String bad = unit("A", null).replace("a@demo.invalid", "a demo");
        assertThat(faultsOf(bad))
                .containsExactly(new Fault("$.units[0].contacts[0].email", "“a demo” không phải địa chỉ thư điện tử."));
    }

    private static List<Fault> faultsOf(String... units) {
        String file = """
                {"schema_version": "1.1", "categories": [{"code": "K", "vi": "Loại", "tier": "upper"}], "units": [%s]}""".formatted(String.join(",", units));
        var read = ImportJson.read(file.getBytes(StandardCharsets.UTF_8), OrganizationFile.class);
        return OrganizationCheck.faultsOf(read, code -> false);
    }

    private static String unit(String code, String parent) {
        return """
                {"code": "%s", "name": "Công đoàn %s", "short_name": "%s", "category": "K", "parent": %s,
                 "reporting_mode": "required", "sort_order": 1,
                 "contacts": [{"role": "officer", "email": "a@demo.invalid"}]}""".formatted(code, code, code, parent == null ? "null" : "\"" + parent + "\"");
    }
}
