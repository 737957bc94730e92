package vn.tongket.cascade;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.Deadline.Semantics;
import vn.tongket.campaign.PlanDocument;
import vn.tongket.campaign.PlanDocument.PlanSection;
import vn.tongket.campaign.PlanDocument.Signature;
import vn.tongket.organization.UnionUnit;
import vn.tongket.shared.Vietnamese;

/** The first draft of a union's plan: it carries out the superior's, whose number and date it names. */
final class PlanBelow {

    private static final String CHAIR = "CHỦ TỊCH";

    /** Who carries out whose plan. */
    record Parties(Campaign superior, UnionUnit superiorUnion, UnionUnit union) {}

    private PlanBelow() {}

    static PlanDocument of(Parties parties, CampaignDepartment department, LocalDate nominal, Semantics semantics) {
        PlanDocument above = parties.superior().plan();
        String union = parties.union().name();
        String superior = parties.superiorUnion().name();
        return new PlanDocument(
                above.documentTitle(),
                numberPattern(above.numberPattern(), parties),
                null,
                null,
                List.of("Thực hiện %s về %s, %s tổ chức thực hiện trong các công đoàn trực thuộc như sau:"
                        .formatted(
                                reference(parties),
                                Vietnamese.midSentence(parties.superior().title()),
                                union)),
                sections(parties, department, nominal, semantics),
                "Đề nghị các công đoàn trực thuộc nghiêm túc thực hiện kế hoạch này./.",
                List.of(superior + " (để báo cáo)", "Các công đoàn trực thuộc", "Lưu: VT, " + department.code()),
                new Signature(above.signature().authority(), CHAIR, null));
    }

    /** {@code Kế hoạch số 45/KH-CĐXD ngày 05/09/2017 của Công đoàn Xây dựng Việt Nam}. */
    private static String reference(Parties parties) {
        PlanDocument plan = parties.superior().plan();
        return "Kế hoạch số %s ngày %s của %s"
                .formatted(
                        plan.number(),
                        Vietnamese.day(Objects.requireNonNull(plan.date())),
                        parties.superiorUnion().name());
    }

    private static List<PlanSection> sections(
            Parties parties, CampaignDepartment department, LocalDate nominal, Semantics semantics) {
        String union = parties.union().name();
        String superior = parties.superiorUnion().name();
        String review = parties.superior().type().label();
        String deadline = (semantics == Semantics.BEFORE ? "trước ngày " : "chậm nhất ngày ") + Vietnamese.day(nominal);
        return List.of(
                new PlanSection(
                        "I",
                        "Mục đích, yêu cầu",
                        null,
                        List.of(
                                text(
                                        "I.1",
                                        "Mục đích",
                                        "Đưa %s đến từng công đoàn trực thuộc; nhìn rõ kết quả, hạn chế, nguyên nhân và bài học từ cơ sở."
                                                .formatted(reference(parties)),
                                        "Có số liệu và nhận định của các công đoàn trực thuộc làm căn cứ cho báo cáo của %s gửi %s."
                                                .formatted(union, superior)),
                                text(
                                        "I.2",
                                        "Yêu cầu",
                                        "Nhận định và số liệu khách quan, đúng thực tế, theo đúng đề cương và các phụ lục.",
                                        "Mỗi công đoàn trực thuộc chủ động phần việc của mình và gửi báo cáo đúng hạn."))),
                text(
                        "II",
                        "Nội dung " + review,
                        "Theo đề cương và các phụ lục kèm theo kế hoạch này, gồm toàn bộ nội dung mà %s yêu cầu."
                                .formatted(superior)),
                text(
                        "III",
                        "Thời gian, phương pháp và tổ chức thực hiện",
                        "Công đoàn trực thuộc chọn hình thức %s hợp với điều kiện của đơn vị, lập số liệu theo các phụ lục và gửi báo cáo về %s, qua %s, %s."
                                .formatted(review, union, department.name(), deadline),
                        "%s tổng hợp, trình Hội nghị Ban Chấp hành %s, hoàn thiện báo cáo gửi %s."
                                .formatted(department.name(), union, superior)));
    }

    private static PlanSection text(String code, String title, String... paragraphs) {
        return new PlanSection(code, title, List.of(paragraphs), null);
    }

    /** As the superior writes it, with the union's own abbreviation: {@code {so}/KH-CĐSĐ}. */
    private static String numberPattern(String superiors, Parties parties) {
        String own = parties.union().abbr().orElse(parties.union().code());
        return parties.superiorUnion()
                .abbr()
                .filter(superiors::endsWith)
                .map(abbr -> superiors.substring(0, superiors.length() - abbr.length()) + own)
                .orElse("{so}/KH-" + own);
    }
}
