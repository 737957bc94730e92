package vn.tongket.cost;

import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import vn.tongket.cost.Statements.Taken;
import vn.tongket.organization.UnionRole;
import vn.tongket.support.BareEngine;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.engine.IssuerTenantProvider;

/**
 * The measure for the product: its two models on an engine alone. Tasks get their groups, decisions set the routing
 * flags, units are started as many in a transaction as the product does; nothing of the domain is there.
 */
public final class BareModel implements AutoCloseable {

    private static final int PER_TRANSACTION = 200;
    private static final long DAY = 86_400_000L;

    private final CountedEngine counted;
    private final Map<String, SizedCampaign> campaigns = new HashMap<>();
    private final Map<String, Integer> opened = new HashMap<>();

    /** {@code url} of an empty database. */
    public BareModel(String url) {
        counted = new CountedEngine(url, BareEngine.resources(), beans());
    }

    private Map<Object, Object> beans() {
        TaskListener groups = BareModel::giveToGroups;
        TaskListener unchecked = task -> {};
        JavaDelegate nothing = execution -> {};
        JavaDelegate open = this::openNext;
        JavaDelegate deadline = execution -> execution.setVariable("deadlineAt", in(2));
        JavaDelegate stillOpen = execution -> execution.setVariable("requiredOpen", true);
        JavaDelegate reminder = execution -> {
            execution.setVariable("nextNoticeAt", in(1));
        };
        return Map.of(
                "prepareTaskListener", groups,
                "takeDecisionListener", unchecked,
                "openReportsDelegate", open,
                "computeDeadlineDelegate", deadline,
                "checkCompleteDelegate", stillOpen,
                "computeNextNoticeDelegate", reminder,
                "decideNoticesDelegate", reminder,
                "registerReportDelegate", nothing,
                "tellCampaignDelegate", nothing);
    }

    private static Date in(int days) {
        return new Date(System.currentTimeMillis() + days * DAY);
    }

    private static void giveToGroups(DelegateTask task) {
        BusinessKey key = BusinessKey.of(task);
        if (key.unit() == null || task.getTaskDefinitionKey().equals(Step.REVIEW.task())) {
            task.addCandidateGroup(UnionRole.TUYEN_GIAO.group(task.getTenantId()));
            task.addCandidateGroup(UnionRole.TRUONG_BAN.group(task.getTenantId()));
        } else if (task.getTaskDefinitionKey().equals(Step.SIGN.task())) {
            task.addCandidateGroup(UnionRole.CHU_TICH.group(key.requireUnit()));
        } else {
            task.addCandidateGroup(UnionRole.CAN_BO.group(key.requireUnit()));
        }
    }

    private void openNext(DelegateExecution execution) {
        SizedCampaign campaign = campaigns.get(execution.getProcessBusinessKey());
        int first = opened.getOrDefault(campaign.code(), 0) + 1;
        int last = Math.min(first + PER_TRANSACTION - 1, campaign.units());
        for (int i = first; i <= last; i++) {
            start("unit-review", campaign.code() + "/" + campaign.unit(i), campaign.issuer());
        }
        opened.put(campaign.code(), last);
        execution.setVariable("moreToOpen", first <= last);
    }

    private void start(String model, String businessKey, String issuer) {
        counted.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(model, businessKey, IssuerTenantProvider.startedBy(issuer));
    }

    public Statements statements() {
        return counted.statements();
    }

    public CountedEngine counted() {
        return counted;
    }

    /** The campaign waits to be issued. */
    public void prepare(SizedCampaign campaign) {
        campaigns.put(campaign.code(), campaign);
        start("review-campaign", campaign.code(), campaign.issuer());
        completeAny(campaign, Map.of());
        completeAny(campaign, Map.of("planApproved", true));
    }

    /** The plan is out and every unit's instance started. */
    public void issue(SizedCampaign campaign) {
        counted.statements().of(() -> completeAny(campaign, Map.of()));
        String instance = counted.steps().instance(campaign.code());
        while (!counted.steps().runJobsOf(instance).isEmpty()) {
            continue;
        }
    }

    private void completeAny(SizedCampaign campaign, Map<String, Object> flags) {
        ProcessEngine engine = counted.engine();
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(counted.steps().instance(campaign.code()))
                .singleResult()
                .getId();
        engine.getTaskService().complete(task, new HashMap<>(flags));
    }

    /** Fires the timer of that activity of the campaign. */
    public Taken fire(SizedCampaign campaign, String activity) {
        return counted.steps().fire(counted.steps().instance(campaign.code()), activity);
    }

    /** What each step of the i-th unit's way took. */
    public Map<Step, Taken> walk(SizedCampaign campaign, int i) {
        Map<Step, Taken> taken = new EnumMap<>(Step.class);
        String unit = campaign.unit(i);
        String instance = counted.steps().instance(campaign.code() + "/" + unit);
        for (Step step : Step.values()) {
            String task = counted.steps().task(instance, step);
            Taken completed = counted.complete(campaign, unit, step, task);
            List<Taken> jobs = counted.steps().runJobsOf(instance);
            taken.put(step, jobs.stream().reduce(completed, Taken::plus));
        }
        return taken;
    }

    @Override
    public void close() {
        counted.close();
    }
}
