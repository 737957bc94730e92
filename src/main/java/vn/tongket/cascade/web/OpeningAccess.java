package vn.tongket.cascade.web;

import org.springframework.stereotype.Component;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportAccess;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/** Who opens a union's own campaign, and who may read of it on the way there. */
@Component
class OpeningAccess {

    private final ReportAccess reports;

    OpeningAccess(ReportAccess reports) {
        this.reports = reports;
    }

    boolean mayOpen(String unit, CurrentUser user) {
        return user.hasAny(unit, UnionRole.CAN_BO, UnionRole.CHU_TICH);
    }

    /** The unit's own people; its superior's are refused, to others there is no such report. */
    void requireReader(String campaign, String unit, CurrentUser user) {
        reports.requireReader(campaign, unit, user);
        if (!user.worksFor(unit)) {
            throw DomainException.forbidden("Chiến dịch của đơn vị do chính đơn vị mở.");
        }
    }

    /** The unit's officers and chair. */
    void requireOpener(String campaign, String unit, CurrentUser user) {
        requireReader(campaign, unit, user);
        if (!mayOpen(unit, user)) {
            throw DomainException.forbidden("Chỉ cán bộ, Chủ tịch của đơn vị được mở chiến dịch của đơn vị.");
        }
    }
}
