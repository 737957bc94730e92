package vn.tongket.report;

import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/** Who may read and who may write one unit's report. */
@Component
public class ReportAccess {

    private final CampaignAccess campaigns;

    ReportAccess(CampaignAccess campaigns) {
        this.campaigns = campaigns;
    }

    /** Whether the person is an officer of the unit. */
    public boolean isOfficer(String unit, CurrentUser user) {
        return user.has(UnionRole.CAN_BO, unit);
    }

    /** The unit's officers; for the issuer's own office its focal department too. */
    public boolean mayWrite(String campaign, String unit, CurrentUser user) {
        return isOfficer(unit, user) || (mayReview(unit, user) && campaigns.isIssuer(campaign, unit));
    }

    public boolean isChair(String unit, CurrentUser user) {
        return user.has(UnionRole.CHU_TICH, unit);
    }

    /** The unit's own people, the issuer's people and the administrator; to others it does not exist. */
    public void requireReader(String campaign, String unit, CurrentUser user) {
        if (!user.worksFor(unit)) {
            campaigns.requireReader(campaign, user);
        }
        if (!user.worksFor(unit) && !campaigns.seesAllUnits(campaign, user)) {
            throw DomainException.notFound("Không có báo cáo của đơn vị “" + unit + "”.");
        }
    }

    /** The unit's chair. */
    public void requireChair(String campaign, String unit, CurrentUser user) {
        requireReader(campaign, unit, user);
        if (!isChair(unit, user)) {
            throw DomainException.forbidden("Chỉ Chủ tịch của đơn vị được rút lại báo cáo.");
        }
    }

    /** The unit's officers. */
    public void requireWriter(String campaign, String unit, CurrentUser user) {
        requireReader(campaign, unit, user);
        if (!mayWrite(campaign, unit, user)) {
            throw DomainException.forbidden("Chỉ cán bộ của đơn vị được sửa báo cáo này.");
        }
    }

    /** The issuer's people and the administrator; to others its office has no figures. */
    public void requireOfficeReader(String campaign, CurrentUser user) {
        campaigns.requireReader(campaign, user);
        if (!campaigns.seesAllUnits(campaign, user)) {
            throw DomainException.notFound("Không có số liệu này.");
        }
    }

    /** Whether the person enters the figures of the issuer's own office: its officers and its focal department. */
    public boolean entersOffice(String issuer, CurrentUser user) {
        return isOfficer(issuer, user) || mayReview(issuer, user);
    }

    /** As {@link #entersOffice}, refused otherwise. */
    public void requireOfficeWriter(String campaign, CurrentUser user) {
        requireOfficeReader(campaign, user);
        campaigns.require(campaign, user, UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN, UnionRole.CAN_BO);
    }

    /** Who reads what the focal department makes of a report: its people and observers, never the unit. */
    public void requireReviewReader(String campaign, CurrentUser user) {
        campaigns.require(campaign, user, UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN, UnionRole.QUAN_SAT);
    }

    /** The focal department of the issuer. */
    public void requireReviewer(String campaign, CurrentUser user) {
        campaigns.require(campaign, user, UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
    }

    /** The issuer's people and the administrator; never the unit. */
    public void requireIssuer(String campaign, CurrentUser user) {
        campaigns.requireAllUnits(campaign, user);
    }

    /** The head of the focal department. */
    public void requireHead(String campaign, CurrentUser user) {
        campaigns.require(campaign, user, UnionRole.TRUONG_BAN);
    }

    public boolean isHead(String issuer, CurrentUser user) {
        return user.has(UnionRole.TRUONG_BAN, issuer);
    }

    public boolean mayReview(String issuer, CurrentUser user) {
        return user.hasAny(issuer, UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
    }
}
