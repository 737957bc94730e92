package vn.tongket.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.tongket.campaign.CampaignFile.LengthLimits;
import vn.tongket.campaign.CampaignService;
import vn.tongket.organization.Organization;

/** How long a whole report may be by the unit's tier; who writes more is warned and not stopped (formats.md, Outline). */
@Service
public class ReportLengths {

    private static final int CHARS_PER_PAGE = 2200;

    /** At most so many characters over all headings, and how many fill a page of A4. */
    public record Limit(int chars, int perPage) {}

    private final CampaignService campaigns;
    private final Organization organization;

    ReportLengths(CampaignService campaigns, Organization organization) {
        this.campaigns = campaigns;
        this.organization = organization;
    }

    /** Empty when the campaign sets none for that tier. */
    public Optional<Limit> of(ReportView view) {
        LengthLimits limits =
                campaigns.definition(view.campaign().code()).campaign().lengthLimits();
        if (limits == null) {
            return Optional.empty();
        }
        Integer chars = chars(limits, organization.tier(view.participant().category()));
        Integer perPage = limits.charsPerA4Page();
        return Optional.ofNullable(chars)
                .map(most -> new Limit(most, perPage == null || perPage <= 0 ? CHARS_PER_PAGE : perPage));
    }

    private static @Nullable Integer chars(LengthLimits limits, String tier) {
        return switch (tier) {
            case "upper" -> limits.upper();
            case "grassroots" -> limits.grassroots();
            default -> null;
        };
    }
}
