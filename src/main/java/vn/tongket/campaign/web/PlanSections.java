package vn.tongket.campaign.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.tongket.campaign.PlanDocument.PlanSection;
import vn.tongket.campaign.web.PlanForm.SectionRow;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;

/** Makes the plan's nested parts from the flat rows of the page. */
final class PlanSections {

    private final List<SectionRow> rows;
    private final List<Fault> faults;
    private final Set<String> codes = new HashSet<>();
    private int next;

    private PlanSections(List<SectionRow> rows, List<Fault> faults) {
        this.rows = rows;
        this.faults = faults;
        rows.forEach(row -> codes.add(row.code()));
    }

    /** The parts, with the codes they had; faults are added to the list. */
    static List<PlanSection> of(List<SectionRow> rows, List<Fault> faults) {
        if (rows.isEmpty()) {
            faults.add(new Fault("sections", "Kế hoạch chưa có phần nào."));
        }
        return new PlanSections(rows, faults).atDepth(0);
    }

    private List<PlanSection> atDepth(int depth) {
        List<PlanSection> sections = new ArrayList<>();
        while (next < rows.size() && rows.get(next).depth() >= depth) {
            SectionRow row = rows.get(next++);
            if (row.depth() > depth) {
                faults.add(new Fault("sections", "Mục “" + row.title() + "” phải nằm trong một phần đứng trước nó."));
            }
            if (row.title().isBlank()) {
                faults.add(new Fault("sections", "Có mục chưa ghi tên."));
            }
            List<String> paragraphs = PlainText.blocks(row.text());
            List<PlanSection> inner = atDepth(depth + 1);
            if (paragraphs.isEmpty() && inner.isEmpty()) {
                faults.add(new Fault("sections", "Mục “" + row.title() + "” chưa có nội dung."));
            }
            sections.add(new PlanSection(
                    row.code().isBlank() ? freeCode() : row.code(),
                    row.title(),
                    paragraphs.isEmpty() ? null : paragraphs,
                    inner.isEmpty() ? null : inner));
        }
        return sections;
    }

    private String freeCode() {
        int number = 1;
        while (!codes.add("S" + number)) {
            number++;
        }
        return "S" + number;
    }
}
