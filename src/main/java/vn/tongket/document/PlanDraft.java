package vn.tongket.document;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignService;

/** The plan as it stands while it is drafted, for a look before it is put forward. */
@Service
@Transactional(readOnly = true)
public class PlanDraft {

    private final PlanDocuments plans;
    private final CampaignService campaigns;

    PlanDraft(PlanDocuments plans, CampaignService campaigns) {
        this.plans = plans;
        this.campaigns = campaigns;
    }

    /** A Word file (.docx). */
    public byte[] write(String campaign) {
        return plans.draft(campaigns.campaign(campaign));
    }
}
