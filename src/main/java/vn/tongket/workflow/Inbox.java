package vn.tongket.workflow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.tongket.shared.DomainException;

/** A campaign's open tasks, and completing one as a person does in Tasklist: with that person's rights, by its form. */
@Service
public class Inbox {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;

    Inbox(RuntimeService runtime, TaskService tasks, FormService forms, IdentityService identity) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
    }

    /** All open tasks of a campaign and of its units, the oldest first; whoever asks. */
    public List<OpenTask> open(String campaign) {
        return as(null, () -> {
            Map<String, String> keys = instances(campaign)
                    .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
            return tasks
                    .createTaskQuery()
                    .or()
                    .processInstanceBusinessKey(campaign)
                    .processInstanceBusinessKeyLike(BusinessKey.likeUnitsOf(campaign))
                    .endOr()
                    .orderByTaskCreateTime()
                    .asc()
                    .list()
                    .stream()
                    .filter(task -> keys.containsKey(task.getProcessInstanceId()))
                    .map(task -> openTask(task, keys.get(task.getProcessInstanceId())))
                    .toList();
        });
    }

    /**
     * Claims and submits the open task as that user. {@code businessKey} as in {@link BusinessKey}, {@code taskKey} the
     * user task's id. Refuses what the person could not do in Tasklist, with the same sentences.
     */
    public void complete(String businessKey, String taskKey, String userId, Map<String, Object> fields) {
        String taskId = as(null, () -> find(businessKey, taskKey));
        as(login(userId), () -> {
            tasks.claim(taskId, userId);
            forms.submitTaskForm(taskId, fields);
            return taskId;
        });
    }

    private Stream<ProcessInstance> instances(String campaign) {
        return Stream.concat(
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(campaign).list().stream(),
                runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKeyLike(BusinessKey.likeUnitsOf(campaign))
                        .list()
                        .stream());
    }

    private String find(String businessKey, String taskKey) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task == null) {
            throw DomainException.notFound("Không có việc này đang mở ở %s.".formatted(businessKey));
        }
        return task.getId();
    }

    private Authentication login(String userId) {
        return as(
                null,
                () -> new Authentication(
                        userId,
                        identity.createGroupQuery().groupMember(userId).list().stream()
                                .map(Group::getId)
                                .toList(),
                        identity.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream()
                                .map(Tenant::getId)
                                .toList()));
    }

    private <T> T as(@Nullable Authentication login, java.util.function.Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(login);
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }

    private static OpenTask openTask(Task task, @Nullable String key) {
        return new OpenTask(
                task.getId(), key == null ? "" : key, task.getTaskDefinitionKey(), task.getName(), task.getDueDate());
    }
}
