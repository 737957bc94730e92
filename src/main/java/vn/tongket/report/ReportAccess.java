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

    public boolean mayWrite(String unit, CurrentUser user) {
        return user.has(UnionRole.CAN_BO, unit);
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
        if (!mayWrite(unit, user)) {
            throw DomainException.forbidden("Chỉ cán bộ của đơn vị được sửa báo cáo này.");
        }
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
