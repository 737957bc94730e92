package vn.tongket.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import vn.tongket.cascade.Opening;
import vn.tongket.cascade.OwnCampaigns;
import vn.tongket.cascade.Proposal;
import vn.tongket.cost.Product;
import vn.tongket.cost.SizedCampaign;
import vn.tongket.cost.Step;
import vn.tongket.document.OfficialDocuments;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportReview;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.Inbox;

/** Whoever leads campaigns in the tree: what people submit, and the jobs that follow, by the product. */
final class TreeOffice {

    private final Product product;
    private final RuntimeService runtime;
    private final ManagementService jobs;

    TreeOffice(Product product) {
        this.product = product;
        this.runtime = product.bean(RuntimeService.class);
        this.jobs = product.bean(ManagementService.class);
    }

    /** The union's officer opens it as it is proposed, with the latest day that is allowed. */
    void open(SizedCampaign above, SizedCampaign own) {
        OwnCampaigns campaigns = product.bean(OwnCampaigns.class);
        Proposal proposal = campaigns.propose(above.code(), own.issuer());
        Opening proposed = proposal.opening();
        Opening opening = new Opening(
                own.code(),
                proposed.title(),
                proposed.department(),
                proposal.latest(),
                proposed.semantics(),
                proposed.reminders(),
                proposed.people(),
                null);
        campaigns.open(above.code(), own.issuer(), opening, officer(own));
    }

    /** From the draft to the last unit's process. */
    void issue(SizedCampaign own) {
        submit(own, "UserTask_DraftPlan", officer(own), Map.of());
        submit(own, "UserTask_ApprovePlan", chair(own), Map.of("decision", "approve"));
        submit(
                own,
                "UserTask_IssuePlan",
                officer(own),
                Map.of("number", 1, "date", "2017-09-05", "signer", "Người ký", "reason", "Đã gọi điện."));
        runJobs(own);
    }

    /** A grassroots union's whole way over HTTP; its superior's chair accepts. */
    void walk(SizedCampaign own, int i) {
        product.walk(own, i, step -> step.role().ofIssuer() ? chair(own) : Step.login(own.unit(i), step.role()));
    }

    /** Enters the sent report in the register, as the unit's process does; the totals follow. */
    void register(SizedCampaign campaign, String unit) {
        product.bean(OfficialDocuments.class).registerIncoming(campaign.code(), unit);
    }

    /** The head's decision. */
    void accept(SizedCampaign campaign, String unit) {
        CurrentUser head = new CurrentUser("truongban", Set.of(UnionRole.TRUONG_BAN.group(campaign.issuer())));
        product.bean(ReportReview.class).accept(campaign.code(), unit, head);
    }

    /** The deadline is there, the head closes; the reports that lack are closed with their processes. */
    void lock(SizedCampaign campaign, String head) {
        product.fire(campaign, "CatchEvent_DeadlineReached");
        submit(campaign, "UserTask_SettleMissingUnits", head, Map.of("decision", "close"));
        runJobs(campaign);
    }

    static String officer(SizedCampaign own) {
        return Step.login(own.issuer(), UnionRole.CAN_BO);
    }

    static String chair(SizedCampaign own) {
        return Step.login(own.issuer(), UnionRole.CHU_TICH);
    }

    private void submit(SizedCampaign campaign, String task, String person, Map<String, Object> fields) {
        product.bean(Inbox.class).complete(campaign.code(), task, person, fields);
    }

    private void runJobs(SizedCampaign campaign) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(campaign.code())
                .singleResult()
                .getId();
        for (List<Job> waiting = waiting(instance); !waiting.isEmpty(); waiting = waiting(instance)) {
            waiting.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> waiting(String instance) {
        return jobs.createJobQuery()
                .processInstanceId(instance)
                .messages()
                .withRetriesLeft()
                .list();
    }
}
