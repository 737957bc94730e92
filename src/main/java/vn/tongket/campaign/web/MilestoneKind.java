package vn.tongket.campaign.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of milestones (formats.md, Dates) and what people call them, in the order in which they come. */
final class MilestoneKind {

    static final Map<String, String> LABELS = labels();

    private MilestoneKind() {}

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("issue", "Ban hành kế hoạch");
        labels.put("training", "Tập huấn");
        labels.put("deadline", "Hạn gửi báo cáo");
        labels.put("lock", "Khóa số liệu");
        labels.put("comments", "Lấy ý kiến góp ý");
        labels.put("standing_committee", "Trình Ban Thường vụ");
        labels.put("conference", "Hội nghị Ban Chấp hành");
        labels.put("report_up", "Báo cáo cấp trên");
        labels.put("other", "Mốc khác");
        return Collections.unmodifiableMap(labels);
    }
}
