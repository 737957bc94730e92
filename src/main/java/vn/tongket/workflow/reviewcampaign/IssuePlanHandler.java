package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.OfficialDocuments;
import vn.tongket.document.OfficialDocuments.Proposal;
import vn.tongket.organization.UnionRole;
import vn.tongket.reachability.Reachability;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The records clerk numbers and issues the plan. */
@Component
class IssuePlanHandler implements TaskHandler {

    private static final String NUMBER = "number";
    private static final String DATE = "date";
    private static final String SIGNER = "signer";
    private static final String REASON = "reason";
    /** Facts of the form: how many units have no confirmed address, and the page that lists them. */
    private static final String UNCONFIRMED = "unconfirmedUnits";

    private static final String CONTACTS = "contactsPage";

    private final CampaignService campaigns;
    private final OfficialDocuments documents;
    private final Reachability reachability;

    IssuePlanHandler(CampaignService campaigns, OfficialDocuments documents, Reachability reachability) {
        this.campaigns = campaigns;
        this.documents = documents;
        this.reachability = reachability;
    }

    @Override
    public String taskKey() {
        return Task.ISSUE_PLAN;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.VAN_THU);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return campaigns.milestone(key.campaign(), "issue");
    }

    @Override
    public Map<String, @Nullable Object> proposals(BusinessKey key) {
        Proposal proposal = documents.proposePlan(key.campaign());
        return Map.of(NUMBER, proposal.number(), DATE, proposal.date().toString(), SIGNER, proposal.signer());
    }

    @Override
    public Map<String, Object> facts(BusinessKey key) {
        String contacts = UriComponentsBuilder.newInstance()
                .pathSegment("campaigns", key.campaign(), "contacts")
                .encode()
                .toUriString();
        return Map.of(UNCONFIRMED, reachability.unconfirmed(key.campaign()), CONTACTS, contacts);
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        reachability.pass(key.campaign(), answers.optionalText(REASON), actor.id());
        documents.issuePlan(
                key.campaign(), answers.number(NUMBER), answers.date(DATE), answers.text(SIGNER), actor.id());
        return Map.of();
    }
}
