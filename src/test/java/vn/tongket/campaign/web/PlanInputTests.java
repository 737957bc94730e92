package vn.tongket.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import vn.tongket.campaign.PlanDocument.PlanSection;
import vn.tongket.campaign.web.PlanForm.SectionRow;
import vn.tongket.shared.DomainException.Fault;

class PlanInputTests {

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void nestsRowsByTheirDepthAndKeepsTheirCodes() {
        List<PlanSection> sections = PlanSections.of(
                List.of(
                        new SectionRow("I", 0, "Mục đích", ""),
                        new SectionRow("I.1", 1, "Một", "Đoạn một\n\nĐoạn hai"),
                        new SectionRow("", 1, "Hai", "Đoạn"),
                        new SectionRow("II", 0, "Nội dung", "- gạch một\n- gạch hai")),
                faults);

        assertThat(faults).isEmpty();
        assertThat(sections).extracting(PlanSection::code).containsExactly("I", "II");
        assertThat(sections.get(0).paragraphs()).isNull();
        assertThat(sections.get(0).sections()).extracting(PlanSection::title).containsExactly("Một", "Hai");
        assertThat(sections.get(0).sections().get(0).paragraphs()).containsExactly("Đoạn một", "Đoạn hai");
        assertThat(sections.get(0).sections().get(1).code()).isNotBlank().isNotEqualTo("I.1");
        assertThat(sections.get(1).paragraphs()).containsExactly("- gạch một", "- gạch hai");
    }

    @Test
    void refusesAnInnerRowWithoutItsPartAndAnEmptyOne() {
        PlanSections.of(List.of(new SectionRow("", 1, "Lạc", "Đoạn"), new SectionRow("", 0, "Trống", "")), faults);

        assertThat(faults)
                .extracting(Fault::message)
                .containsExactly("Mục “Lạc” phải nằm trong một phần đứng trước nó.", "Mục “Trống” chưa có nội dung.");
    }

    @Test
    void listsAllFaultsOfAnEmptyForm() {
        PlanInput.Read read = PlanInput.draft(PlanInput.form(new LinkedMultiValueMap<>()));

        assertThat(read.draft()).isNull();
        assertThat(read.faults())
                .extracting(Fault::message)
                .contains("Ngày hạn còn trống.", "Tên loại văn bản còn trống.", "Kế hoạch chưa có phần nào.");
    }
}
