package vn.tongket.calendar;

import org.springframework.stereotype.Component;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionRole;
import vn.tongket.organization.UnionUnit;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/**
 * Who may change the calendar, which all campaigns share: the administrator, and the office of a union at the top of the
 * tree or right below it (the Confederation, a national sector). Everybody may read it.
 */
@Component
public class CalendarAccess {

    private final Organization organization;

    CalendarAccess(Organization organization) {
        this.organization = organization;
    }

    public boolean mayEdit(CurrentUser user) {
        return user.isAdministrator()
                || organization.memberships(user.groups()).stream()
                        .filter(membership -> membership.role() == UnionRole.VAN_PHONG)
                        .anyMatch(membership -> isNearTheTop(membership.unit()));
    }

    public void requireEditor(CurrentUser user) {
        if (!mayEdit(user)) {
            throw DomainException.forbidden(
                    "Chỉ quản trị hệ thống và Văn phòng công đoàn cấp trung ương được sửa lịch làm việc.");
        }
    }

    private boolean isNearTheTop(UnionUnit unit) {
        return unit.parentId()
                .map(organization::unit)
                .flatMap(UnionUnit::parentId)
                .isEmpty();
    }
}
