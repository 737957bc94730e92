package vn.tongket.campaign.web;

import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.organization.Organization;
import vn.tongket.organization.OrganizationImport;
import vn.tongket.organization.UnionRole;
import vn.tongket.organization.UnitEvents;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.ImportFile;

/** Who may import what, the same for page and API. */
@Component
class Imports {

    private final OrganizationImport organizations;
    private final UnitEvents unitEvents;
    private final CampaignImport campaigns;
    private final Organization organization;

    Imports(
            OrganizationImport organizations,
            UnitEvents unitEvents,
            CampaignImport campaigns,
            Organization organization) {
        this.organizations = organizations;
        this.unitEvents = unitEvents;
        this.campaigns = campaigns;
        this.organization = organization;
    }

    /** Whether the person is the head of department of any union. */
    boolean mayImportCampaigns(CurrentUser user) {
        return user.isAdministrator()
                || organization.memberships(user.groups()).stream()
                        .anyMatch(membership -> membership.role() == UnionRole.TRUONG_BAN);
    }

    /** Administrators only. What is due of the file's events is carried out at once. */
    OrganizationImport.Taken organization(byte[] file, CurrentUser user) {
        if (!user.isAdministrator()) {
            throw DomainException.forbidden("Chỉ quản trị hệ thống được nhập tệp tổ chức.");
        }
        OrganizationImport.Taken taken = organizations.take(file);
        unitEvents.applyDue();
        return taken;
    }

    /** Administrators and the head of department of the file's issuer. */
    CampaignImport.Taken campaign(byte[] file, CurrentUser user) {
        if (!mayImportCampaigns(user)) {
            throw notIssuer();
        }
        ImportFile content = campaigns.read(file);
        String issuer = content.tree().path("campaign").path("issuer").textValue();
        if (!user.isAdministrator() && issuer != null && !user.has(UnionRole.TRUONG_BAN, issuer)) {
            throw notIssuer();
        }
        return campaigns.take(content);
    }

    private static DomainException notIssuer() {
        return DomainException.forbidden(
                "Chỉ quản trị hệ thống và Trưởng ban Tuyên giáo của đơn vị tổ chức được nhập tệp chiến dịch.");
    }
}
