package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignDates;
import vn.tongket.campaign.CampaignService;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Sets when the wait for reports ends, for the timer; nobody has closed the collection yet. */
@Component(Bean.COMPUTE_DEADLINE)
class ComputeDeadlineDelegate implements JavaDelegate {

    private final CampaignService campaigns;

    ComputeDeadlineDelegate(CampaignService campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CampaignDates dates = campaigns.dates(BusinessKey.of(execution).campaign());
        execution.setVariableLocal(Variable.DEADLINE_AT, EngineDates.at(dates.closesAt()));
        execution.setVariable(Variable.COLLECTION_CLOSED, false);
    }
}
