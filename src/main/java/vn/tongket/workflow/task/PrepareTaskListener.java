package vn.tongket.workflow.task;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionRole;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;

/**
 * Prepares every user task when it is created: a name that tells campaign and unit apart, its groups, its due date, and
 * the fields of its form as variables of the task, so that what is submitted stays there.
 */
@Component(TaskBeans.PREPARE_TASK)
class PrepareTaskListener implements TaskListener {

    private static final String DASH = " – ";

    private final TaskHandlers handlers;
    private final TaskForms forms;
    private final Organization organization;

    PrepareTaskListener(TaskHandlers handlers, TaskForms forms, Organization organization) {
        this.handlers = handlers;
        this.forms = forms;
        this.organization = organization;
    }

    @Override
    public void notify(DelegateTask task) {
        BusinessKey key = BusinessKey.of(task);
        TaskHandler handler = handlers.of(task.getTaskDefinitionKey());
        task.setName(name(task.getName(), key));
        handler.roles().forEach(role -> task.addCandidateGroup(group(role, key, task)));
        handler.dueDay(key, dates(task)).map(EngineDates::endOf).ifPresent(task::setDueDate);
        shadowProcessVariables(task);
        declareFields(task, handler.proposals(key));
    }

    private String name(String label, BusinessKey key) {
        String unit = key.unit() == null ? "" : DASH + organization.shortName(key.unit());
        return label + unit + DASH + key.campaign();
    }

    /** The tenant is the issuer's part of its groups' ids, so a role of the issuer needs no look-up. */
    private static String group(UnionRole role, BusinessKey key, DelegateTask task) {
        return role.group(role.ofIssuer() ? task.getTenantId() : key.requireUnit());
    }

    private static RoutingDates dates(DelegateTask task) {
        return variable ->
                Optional.ofNullable((Date) task.getVariable(variable)).map(EngineDates::day);
    }

    /** A copy on the task: a client that submits a process variable's name writes to the copy, and is found out. */
    private static void shadowProcessVariables(DelegateTask task) {
        for (String name : task.getExecution().getVariableNames()) {
            TypedValue value = task.getExecution().getVariableTyped(name, false);
            if (!value.isTransient()) {
                task.setVariableLocal(name, value);
            }
        }
    }

    private void declareFields(DelegateTask task, Map<String, @Nullable Object> proposals) {
        forms.fieldsOf(task).forEach(field -> task.setVariableLocal(field.key(), proposals.get(field.key())));
    }
}
