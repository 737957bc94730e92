package vn.tongket.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.Inbox;

/** Whoever leads campaigns in the tree: what people submit, and the jobs that follow, by the product. */
final class TreeOffice {

    private static final String DEADLINE = "CatchEvent_DeadlineReached";

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
        submit(own.code(), "UserTask_DraftPlan", officer(own), Map.of());
        submit(own.code(), "UserTask_ApprovePlan", chair(own), Map.of("decision", "approve"));
        submit(
                own.code(),
                "UserTask_IssuePlan",
                officer(own),
                Map.of("number", 1, "date", "2017-09-05", "signer", "Người ký", "reason", "Đã gọi điện."));
        runJobs(own.code());
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
    void accept(SizedCampaign campaign, String unit, String head) {
        CurrentUser decides = new CurrentUser(head, Set.of(UnionRole.TRUONG_BAN.group(campaign.issuer())));
        product.bean(ReportReview.class).accept(campaign.code(), unit, decides);
    }

    /** The processes of these units are set where they stand after the decision; they tell the campaign and end. */
    void finish(SizedCampaign campaign, List<String> units) {
        List<ProcessInstance> instances = units.stream()
                .map(unit -> instance(BusinessKey.ofUnit(campaign.code(), unit).toString()))
                .toList();
        if (!instances.isEmpty()) {
            runtime.createModification(instances.get(0).getProcessDefinitionId())
                    .cancelAllForActivity("UserTask_ReceivePlan")
                    .startBeforeActivity("ServiceTask_TellCampaign")
                    .processInstanceIds(
                            instances.stream().map(ProcessInstance::getId).toList())
                    .execute();
            instances.forEach(instance -> runJobsOf(instance.getId()));
        }
    }

    /**
     * The deadline is there, the head closes, the reports that lack are closed with their processes. A campaign that all
     * have reported to needs no deadline.
     */
    void lock(SizedCampaign campaign, String head) {
        if (isWaiting(campaign)) {
            product.fire(campaign, DEADLINE);
            submit(campaign.code(), "UserTask_SettleMissingUnits", head, Map.of("decision", "close"));
        }
        runJobs(campaign.code());
    }

    private boolean isWaiting(SizedCampaign campaign) {
        return jobs.createJobQuery()
                        .processInstanceId(instance(campaign.code()).getId())
                        .activityId(DEADLINE)
                        .count()
                > 0;
    }

    static String officer(SizedCampaign own) {
        return Step.login(own.issuer(), UnionRole.CAN_BO);
    }

    static String chair(SizedCampaign own) {
        return Step.login(own.issuer(), UnionRole.CHU_TICH);
    }

    private void submit(String key, String task, String person, Map<String, Object> fields) {
        product.bean(Inbox.class).complete(key, task, person, fields);
    }

    private ProcessInstance instance(String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult();
    }

    private void runJobs(String key) {
        runJobsOf(instance(key).getId());
    }

    private void runJobsOf(String instance) {
        for (List<Job> waiting = waiting(instance); !waiting.isEmpty(); waiting = waiting(instance)) {
            waiting.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> waiting(String instance) {
        return jobs.createJobQuery().processInstanceId(instance).messages().list();
    }
}
