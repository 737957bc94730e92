package vn.tongket.workbook;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.tongket.campaign.CampaignFile.Section;

/** Drafts of every heading of the shipped outline, and Word files of them. */
final class WordSamples {

    private WordSamples() {}

    static byte[] template(Map<String, String> sections) {
        return template(Samples.EXPECTED, sections);
    }

    static byte[] template(Expected expected, Map<String, String> sections) {
        return OutlineTemplate.of(expected, sections);
    }

    /** Paragraphs and all kinds of lists under every heading, no two headings alike. */
    static Map<String, String> full() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Section section : Samples.FORM.sections()) {
            if (!section.isHeading()) {
                String code = section.code();
                texts.put(code, """
                        Mục %s: công đoàn đã tổ chức 12 đợt học tập < 3 ngày & 5 buổi "tọa đàm".
                        - Cấp trên cơ sở: 4 đợt
                        + Trong đó 2 đợt tại Hà Nội
                        - Cơ sở: 8 đợt
                        Các việc đã làm:
                        1. Ban hành chương trình
                        2. Kiểm tra, giám sát
                        Các việc còn lại:
                        5. Sơ kết
                        6. Khen thưởng""".formatted(code));
            }
        }
        return texts;
    }

    /** As {@link #full}, but one heading has a text of its own. */
    static Map<String, String> with(String code, String text) {
        Map<String, String> texts = full();
        texts.put(code, text);
        return texts;
    }
}
