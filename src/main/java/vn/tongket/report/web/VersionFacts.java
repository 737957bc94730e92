package vn.tongket.report.web;

import java.util.List;
import vn.tongket.report.ReportVersion;
import vn.tongket.report.web.ReportFacts.Fact;
import vn.tongket.shared.Vietnamese;

/** Number, date, signer and times of a version, in words. */
final class VersionFacts {

    private VersionFacts() {}

    /** Of the figures of the issuer's own office: they were closed, by whom and when. */
    static List<Fact> ofOffice(ReportVersion version, String closer) {
        return List.of(new Fact("Người chốt", closer), new Fact("Chốt lúc", Vietnamese.minute(version.sentAt())));
    }

    static List<Fact> of(ReportVersion version, String signer) {
        Integer incoming = version.incomingNumber();
        return List.of(
                new Fact("Số, ký hiệu", version.documentNumber()),
                new Fact("Ngày ký", Vietnamese.day(version.signedOn())),
                new Fact("Người ký gửi", signer),
                new Fact("Gửi lúc", Vietnamese.minute(version.sentAt())),
                new Fact("Số đến", incoming == null ? "chờ văn thư vào sổ" : incoming.toString()));
    }
}
