package vn.tongket.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.report.ReportContent.Answer;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;

/**
 * The faults of a report that is not sent, in the few lines that somebody reads in a mail: what was asked for at a
 * return, then headings, appendices and lists, the first of each by name and the others counted.
 */
final class OwedLines {

    private static final int NAMED = 3;
    private static final int LONGEST = 160;

    private final ReportForm form;
    private final ReportContent content;
    private final Map<String, List<Fault>> faults;
    private final List<String> lines = new ArrayList<>();

    private OwedLines(ReportForm form, ReportContent content) {
        this.form = form;
        this.content = content;
        this.faults = form.faultsOf(content).stream()
                .collect(Collectors.groupingBy(
                        fault -> fault.path().split("/", 2)[0], LinkedHashMap::new, Collectors.toList()));
    }

    static List<String> of(ReportForm form, ReportContent content, SubmissionState state) {
        OwedLines owed = new OwedLines(form, content);
        if (state == SubmissionState.NOT_STARTED) {
            owed.lines.add("Tiếp nhận kế hoạch: việc đầu tiên của đơn vị trên hệ thống");
        }
        owed.reasons();
        owed.headings();
        owed.appendices();
        owed.lists();
        if (owed.lines.isEmpty()) {
            owed.lines.add(lastStep(state));
        }
        return List.copyOf(owed.lines);
    }

    private static String lastStep(SubmissionState state) {
        return state == SubmissionState.INTERNAL_REVIEW
                ? "Chủ tịch ký và gửi báo cáo: nội dung đã đủ"
                : "Trình Chủ tịch ký và gửi báo cáo: nội dung đã đủ";
    }

    private void reasons() {
        ReportPlaces places = form.places();
        add(
                content.answers().stream()
                        .filter(answer -> answer.answer().isEmpty())
                        .map(answer -> reason(answer, places))
                        .toList(),
                "lý do trả lại khác chưa trả lời");
    }

    private static String reason(Answer answer, ReportPlaces places) {
        return "Bổ sung theo lý do trả lại – " + places.name(answer.place()) + ": " + answer.asked();
    }

    private void headings() {
        List<Section> asked =
                form.sections().stream().filter(section -> !section.isHeading()).toList();
        if (asked.size() > NAMED && asked.stream().noneMatch(this::isWritten)) {
            lines.add("Cả %d mục của đề cương chưa viết".formatted(asked.size()));
            return;
        }
        add(
                asked.stream()
                        .flatMap(section -> faults.getOrDefault(section.code(), List.of()).stream()
                                .limit(1))
                        .map(Fault::message)
                        .toList(),
                "mục khác chưa viết hoặc chưa đạt độ dài");
    }

    private boolean isWritten(Section section) {
        return !content.sections().getOrDefault(section.code(), "").isBlank();
    }

    private void appendices() {
        FigureSheet sheet = form.figures().sheet(Figures.of(content.figures()));
        List<FigureSheet.Place> missing = sheet.missing();
        List<String> wanting = new ArrayList<>();
        for (Appendix appendix : form.figures().appendices()) {
            Set<String> rows = new LinkedHashSet<>();
            appendix.indicators().forEach(row -> rows.add(row.code()));
            long blank = missing.stream()
                    .filter(cell -> rows.contains(cell.indicator()))
                    .count();
            long all = rows.stream()
                    .mapToLong(row -> faults.getOrDefault(row, List.of()).size())
                    .sum();
            if (all > 0) {
                wanting.add("Phụ lục " + appendix.code() + ": " + wants(blank, all - blank));
            }
        }
        if (content.figures().isEmpty() && wanting.size() > NAMED) {
            lines.add("Cả %d phụ lục chưa nhập số liệu".formatted(wanting.size()));
        } else {
            add(wanting, "phụ lục khác chưa xong");
        }
    }

    private static String wants(long blank, long wrong) {
        String cells = blank == 0 ? "" : blank + " ô chưa có số liệu";
        String checks = wrong == 0 ? "" : wrong + " chỗ phải sửa hoặc giải trình";
        return cells.isEmpty() || checks.isEmpty() ? cells + checks : cells + ", " + checks;
    }

    private void lists() {
        List<String> wanting = new ArrayList<>();
        for (ListForm list : form.lists()) {
            List<Fault> found = faults.getOrDefault(list.code(), List.of());
            if (found.size() == 1) {
                wanting.add(found.get(0).message());
            } else if (found.size() > 1) {
                wanting.add("Biểu %s “%s”: %d chỗ phải hoàn thiện".formatted(list.code(), list.title(), found.size()));
            }
        }
        add(wanting, "biểu khác chưa xong");
    }

    /** One more than named is named too: "and 1 other" would take the same room. */
    private void add(List<String> all, String others) {
        int named = all.size() <= NAMED + 1 ? all.size() : NAMED;
        all.subList(0, named).forEach(line -> lines.add(shortened(line)));
        if (named < all.size()) {
            lines.add("và %d %s".formatted(all.size() - named, others));
        }
    }

    private static String shortened(String line) {
        String plain = line.replaceAll("\\s+", " ").replaceAll("\\.$", "");
        return PlainText.length(plain) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }
}
