package vn.tongket.workflow.engine;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.campaign.TaskPlace;
import vn.tongket.campaign.WorkList;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.TimeConfiguration;

/** The open tasks, seen with the person's own rights in the engine. */
@Component
class EngineWorkList implements WorkList, TaskPlace {

    /** Which part of the campaign's or the report's pages a task works on; the other tasks are about the whole. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("UserTask_DraftPlan", "plan"),
            Map.entry("UserTask_ApprovePlan", "plan"),
            Map.entry("UserTask_IssuePlan", "plan"),
            Map.entry("UserTask_CompileReport", "synthesis"),
            Map.entry("UserTask_SubmitToStandingCommittee", "synthesis"),
            Map.entry("UserTask_SignReport", "synthesis"),
            Map.entry("UserTask_NumberReport", "synthesis"),
            Map.entry("UserTask_FinishReport", "amendments"),
            Map.entry("UserTask_SignUnitReport", "signing"),
            Map.entry("UserTask_ReviewUnitReport", "review"),
            Map.entry("UserTask_ProposeExtension", "extension"),
            Map.entry("UserTask_DecideExtension", "extension"),
            Map.entry("UserTask_DecideBulkExtension", "extensions"),
            Map.entry("UserTask_DecideExemption", "exemption"));

    private final ProcessEngine engine;
    private final IdentityTables tables;

    EngineWorkList(ProcessEngine engine, IdentityTables tables) {
        this.engine = engine;
        this.tables = tables;
    }

    @Override
    public List<WorkItem> of(CurrentUser user) {
        return as(user, () -> {
            List<Task> tasks = mostUrgent(mine(user), LIMIT);
            Map<String, String> keys = businessKeys(tasks);
            return tasks.stream()
                    .map(task -> item(task, keys.getOrDefault(task.getProcessInstanceId(), "")))
                    .toList();
        });
    }

    @Override
    public Optional<WorkItem> of(CurrentUser user, String campaign, @Nullable String unit) {
        String key = unit == null ? campaign : campaign + "/" + unit;
        return as(
                user,
                () -> mostUrgent(mine(user).processInstanceBusinessKey(key), 1).stream()
                        .findFirst()
                        .map(task -> item(task, key)));
    }

    private static List<Task> mostUrgent(TaskQuery query, int limit) {
        return query.orderByDueDate().asc().orderByTaskCreateTime().asc().listPage(0, limit);
    }

    @Override
    public Optional<String> of(String taskId, CurrentUser user) {
        return as(
                user,
                () -> Optional.ofNullable(engine.getTaskService()
                                .createTaskQuery()
                                .taskId(taskId)
                                .singleResult())
                        .flatMap(task -> Optional.ofNullable(
                                        businessKeys(List.of(task)).get(task.getProcessInstanceId()))
                                .map(key -> path(key, task.getTaskDefinitionKey()))));
    }

    /** Taken by the person, or free for one of the person's groups. */
    private TaskQuery mine(CurrentUser user) {
        TaskQuery query = engine.getTaskService().createTaskQuery().active();
        if (user.groups().isEmpty()) {
            return query.taskAssignee(user.id());
        }
        return query.or()
                .taskAssignee(user.id())
                .taskCandidateGroupIn(List.copyOf(user.groups()))
                .endOr();
    }

    /** Whoever may read a task may know which campaign and unit it is about. */
    private Map<String, String> businessKeys(List<Task> tasks) {
        Set<String> instances = tasks.stream()
                .map(Task::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        return as(
                null,
                () ->
                        engine
                                .getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceIds(instances)
                                .list()
                                .stream()
                                .filter(instance -> instance.getBusinessKey() != null)
                                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey)));
    }

    private static WorkItem item(Task task, String key) {
        Date due = task.getDueDate();
        return new WorkItem(
                task.getName(),
                "/camunda/app/tasklist/default/#/?task=" + task.getId(),
                due == null ? null : LocalDateTime.ofInstant(due.toInstant(), TimeConfiguration.ZONE),
                campaignOf(key));
    }

    private static String path(String key, String taskKey) {
        String campaign = campaignOf(key);
        UriComponentsBuilder path = UriComponentsBuilder.newInstance();
        if (campaign.length() < key.length()) {
            path.pathSegment("reports", campaign, key.substring(campaign.length() + 1));
        } else {
            path.pathSegment("campaigns", campaign);
        }
        Optional.ofNullable(PAGES.get(taskKey)).ifPresent(path::pathSegment);
        return path.build().encode().toUriString();
    }

    /** A unit's instance has the key "campaign/unit". */
    private static String campaignOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    private <T> T as(@Nullable CurrentUser user, Supplier<T> work) {
        IdentityService identity = engine.getIdentityService();
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        if (user != null) {
            List<String> tenants = tables.tenantsOf(user.id(), user.groups());
            List<String> groups = CampaignReaders.seenByEngine(List.copyOf(user.groups()), tenants);
            identity.setAuthentication(user.id(), groups, tenants);
        }
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
