package vn.tongket.report.web;

import java.util.ArrayList;
import java.util.List;
import vn.tongket.report.Report;
import vn.tongket.report.ReportVersion;
import vn.tongket.report.ReportView;
import vn.tongket.report.UnitStatus;
import vn.tongket.shared.Vietnamese;

/** What has been decided and received about a report, in words. */
final class ReportFacts {

    /** One line: what, and the words. */
    record Fact(String label, String words) {}

    private ReportFacts() {}

    static List<Fact> of(ReportView view) {
        List<Fact> facts = new ArrayList<>();
        Report report = view.report();
        String review = view.campaign().type().label();
        report.reviewForm().ifPresent(form -> facts.add(new Fact("Hình thức " + review, form.label())));
        report.personInCharge().ifPresent(name -> facts.add(new Fact("Người phụ trách", name)));
        report.ownDate().ifPresent(day -> facts.add(new Fact("Đơn vị tự định hoàn thành", Vietnamese.day(day))));
        report.heldOn()
                .ifPresent(day -> facts.add(new Fact("Đã tổ chức " + review, held(report, Vietnamese.day(day)))));
        view.lastVersion().ifPresent(version -> sent(version, view.status(), facts));
        return facts;
    }

    private static String held(Report report, String day) {
        String form = report.heldForm()
                .map(held -> ", " + held.label().toLowerCase(Vietnamese.LOCALE))
                .orElse("");
        String present =
                report.present().map(count -> ", " + count + " người dự").orElse("");
        return "ngày " + day + form + present;
    }

    private static void sent(ReportVersion version, UnitStatus status, List<Fact> facts) {
        facts.add(new Fact(
                "Báo cáo đã ký",
                "số %s ngày %s, gửi lần %d lúc %s"
                        .formatted(
                                version.documentNumber(),
                                Vietnamese.day(version.signedOn()),
                                version.number(),
                                Vietnamese.minute(version.sentAt()))));
        Integer incoming = version.incomingNumber();
        facts.add(new Fact(
                "Biên nhận",
                incoming == null
                        ? "chờ văn thư vào sổ"
                        : "số đến %d, nhận lúc %s%s"
                                .formatted(incoming, Vietnamese.minute(version.sentAt()), punctuality(status))));
    }

    private static String punctuality(UnitStatus status) {
        String words = status.punctualityWords();
        return words.isEmpty() ? "" : " – " + Vietnamese.midSentence(words);
    }
}
