package vn.tongket.workflow.unitreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;

class ReturnReasonsTests {

    @ParameterizedTest
    @CsvSource({
        "P1.I.1: thiếu số liệu, P1.I.1, thiếu số liệu",
        "PL02 : sai đơn vị tính, PL02, sai đơn vị tính",
        "LF04:chưa có dòng nào, LF04, chưa có dòng nào",
        "MD.1: viết lại: quá ngắn, MD.1, viết lại: quá ngắn",
        "Chưa đóng dấu, , Chưa đóng dấu",
        "Thiếu: phụ lục 2, , Thiếu: phụ lục 2",
        "Phụ lục 2: thiếu, , Phụ lục 2: thiếu",
        "PL02:, , PL02:",
        "MO_DAU: viết lại, MO_DAU, viết lại",
        "PL01.LD/2008: gõ nhầm, PL01.LD/2008, gõ nhầm",
        "Quý 3/2017: thiếu số, , Quý 3/2017: thiếu số",
        "Biểu Ý kiến : chưa có dòng nào, Biểu Ý kiến, chưa có dòng nào",
        "KET_LUAN: viết lại, , KET_LUAN: viết lại"
    })
    void tellsTheCodeFromTheReason(String line, String target, String reason) {
        assertThat(ReturnReasons.parse(List.of(line), Set.of("MO_DAU", "Biểu Ý kiến", "PL01.LD/2008")))
                .containsExactly(new Reason(target, null, reason));
    }
}
