package vn.tongket.campaign.web;

import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.organization.Organization;
import vn.tongket.organization.OrganizationImport;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/** Who may import what, the same for page and API. */
@Component
class Imports {

    private final OrganizationImport organizations;
    private final CampaignImport campaigns;
    private final Organization organization;

    Imports(OrganizationImport organizations, CampaignImport campaigns, Organization organization) {
        this.organizations = organizations;
        this.campaigns = campaigns;
        this.organization = organization;
    }

    /** Whether the person is the head of department of any union. */
    boolean mayImportCampaigns(CurrentUser user) {
        return user.isAdministrator()
                || organization.memberships(user.groups()).stream()
                        .anyMatch(membership -> membership.role() == UnionRole.TRUONG_BAN);
    }

    /** Answers how many units the file holds. Administrators only. */
    int organization(byte[] file, CurrentUser user) {
        if (!user.isAdministrator()) {
            throw DomainException.forbidden("Chỉ quản trị hệ thống được nhập tệp tổ chức.");
        }
        return organizations.take(file);
    }

    /** Answers the new campaign's code. Administrators and the head of department of the file's issuer. */
    String campaign(byte[] file, CurrentUser user) {
        if (!mayImportCampaigns(user)) {
            throw notIssuer();
        }
        CampaignFile content = campaigns.read(file);
        if (!user.isAdministrator()
                && !user.has(UnionRole.TRUONG_BAN, content.campaign().issuer())) {
            throw notIssuer();
        }
        return campaigns.take(content);
    }

    private static DomainException notIssuer() {
        return DomainException.forbidden(
                "Chỉ quản trị hệ thống và Trưởng ban Tuyên giáo của đơn vị tổ chức được nhập tệp chiến dịch.");
    }
}
