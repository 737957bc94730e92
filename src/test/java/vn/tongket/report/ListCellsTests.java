package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

class ListCellsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int|-12|-12",
                "decimal|12.50|12.50",
                "date|2017-09-30|2017-09-30",
                "date|30/9/2017|2017-09-30",
                "enum|Nhà ở|Nhà ở",
                "text| Có   chữ |Có   chữ",
                "file|QĐ 12.pdf|QĐ 12.pdf",
            })
    void keepsACellInItsCanonicalForm(String type, String typed, String kept) {
        assertThat(cell(type).canonical(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int|12,5|“12,5” không hợp lệ; cần ghi số nguyên, ví dụ 12.",
                "decimal|1.234,5|“1.234,5” không hợp lệ; cần ghi số, phần thập phân sau dấu chấm, ví dụ 12.5.",
                "date|31/02/2017|“31/02/2017” không hợp lệ; cần ghi ngày có thật, ví dụ 30/09/2017.",
                "date|30/09/17|“30/09/17” không hợp lệ; cần ghi ngày có thật, ví dụ 30/09/2017.",
                "date|0017-09-30|“0017-09-30” không hợp lệ; cần ghi ngày có thật, ví dụ 30/09/2017.",
                "bool|có|“có” không hợp lệ; chỉ nhận Có (true) hoặc Không (false).",
                "enum|Khác|“Khác” không hợp lệ; chỉ nhận: Nhà ở; Đào tạo.",
                "file|khác.pdf|“khác.pdf” không hợp lệ; báo cáo chưa có tệp đính kèm tên này; hãy tải tệp lên trước.",
                "text|123456789012345678901|có 21 ký tự, tối đa 20.",
            })
    void saysWhatIsExpected(String type, String typed, String words) {
        assertThatThrownBy(() -> cell(type).canonical(typed)).hasMessage(words);
    }

    @Test
    void namesEachWrongCellByRowAndColumn() {
        ListForm form = new ListForm("LF01", "Văn bản", null, 0, List.of(column("int"), column("date")), null, null);

        assertThatThrownBy(() -> ListRows.canonical(
                        form,
                        List.of(Map.of("int", "1", "date", "2017-09-30"), Map.of("int", "một", "date", "mai")),
                        Set.of()))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::path)
                                .containsExactly("LF01/2/int", "LF01/2/date"));
    }

    private static ListCells cell(String type) {
        return new ListCells(column(type), Set.of("QĐ 12.pdf"));
    }

    private static ListColumn column(String type) {
        return new ListColumn(type, "Cột " + type, type, false, List.of("Nhà ở", "Đào tạo"), 20);
    }
}
