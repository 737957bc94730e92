package vn.tongket.campaign.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.file.CampaignFileCheck.KnownUnits;
import vn.tongket.organization.ReportingMode;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** Who issues the campaign, who receives the report, on what it rests. */
final class HeadCheck {

    private HeadCheck() {}

    static List<Fault> faultsOf(JsonPlace head, KnownUnits units) {
        List<Fault> faults = new ArrayList<>();
        JsonPlace issuer = head.at("issuer");
        ReportingMode mode = known(issuer, units, faults);
        if (mode != null && mode != ReportingMode.CONSOLIDATOR) {
            faults.add(issuer.fault("Đơn vị “" + issuer.text() + "” không được tổ chức chiến dịch (consolidator)."));
        }
        JsonPlace superior = head.at("reports_to");
        known(superior, units, faults);
        if (issuer.text() != null && superior.is(issuer.text())) {
            faults.add(superior.fault("Đơn vị tổ chức không báo cáo cho chính mình."));
        }
        UniqueCodes basis = new UniqueCodes("Mã văn bản căn cứ", faults);
        head.items("basis_documents").forEach(document -> basis.add(document.at("code")));
        return faults;
    }

    private static @Nullable ReportingMode known(JsonPlace place, KnownUnits units, List<Fault> faults) {
        String code = place.text();
        ReportingMode mode = code == null ? null : units.modeOf(code);
        if (code != null && mode == null) {
            faults.add(place.fault("Không có đơn vị “" + code + "”."));
        }
        return mode;
    }
}
