package vn.tongket.campaign;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/**
 * Who may see and do what in a campaign on our pages and in the API. A stranger is told that there is no such campaign,
 * so that codes cannot be tried out.
 */
@Component
public class CampaignAccess {

    private final CampaignService campaigns;
    private final Participants participants;
    private final Organization organization;

    CampaignAccess(CampaignService campaigns, Participants participants, Organization organization) {
        this.campaigns = campaigns;
        this.participants = participants;
        this.organization = organization;
    }

    /** The campaigns that {@link #requireReader} lets the person read, newest first. */
    public List<Campaign> readable(CurrentUser user) {
        if (user.isAdministrator()) {
            return campaigns.all();
        }
        Set<UUID> units = organization.memberships(user.groups()).stream()
                .map(membership -> membership.unit().id())
                .collect(Collectors.toSet());
        Set<UUID> taken = participants.campaignsOf(units);
        return campaigns.all().stream()
                .filter(campaign -> units.contains(campaign.issuerId()) || taken.contains(campaign.id()))
                .toList();
    }

    /** The issuer's people and the administrator see all units. */
    public boolean seesAllUnits(String campaign, CurrentUser user) {
        return user.isAdministrator() || user.worksFor(campaigns.issuer(campaign));
    }

    /** Whether that union runs the campaign. */
    public boolean isIssuer(String campaign, String unit) {
        return campaigns.issuer(campaign).equals(unit);
    }

    /** The issuer's people, the participants' people and the administrator know of the campaign. */
    public void requireReader(String campaign, CurrentUser user) {
        if (seesAllUnits(campaign, user)) {
            return;
        }
        if (!participants.include(campaigns.campaign(campaign).id(), user)) {
            throw DomainException.notFound("Không có chiến dịch “" + campaign + "”.");
        }
    }

    /** As {@link #seesAllUnits}, refused otherwise. */
    public void requireAllUnits(String campaign, CurrentUser user) {
        requireReader(campaign, user);
        if (!seesAllUnits(campaign, user)) {
            throw DomainException.forbidden("Đồng chí không được xem phần việc này của chiến dịch.");
        }
    }

    /** One of these roles of the issuer, refused otherwise. */
    public void require(String campaign, CurrentUser user, UnionRole... roles) {
        requireReader(campaign, user);
        if (!user.hasAny(campaigns.issuer(campaign), roles)) {
            throw DomainException.forbidden("Đồng chí không được làm việc này trong chiến dịch.");
        }
    }
}
