package vn.tongket.workflow.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;

/**
 * The variables that came with a completed task. By {@code submit-form} they land on the task, by {@code complete} on
 * the process: both are read and removed. A name that is no field of the form is refused unless it is a copy of a process
 * variable, or such a variable itself, that this submission did not write. The variable may have changed meanwhile: the
 * process goes on beside a task of an event sub-process.
 */
final class Submission {

    private final DelegateTask task;
    private final DelegateExecution process;
    private final Set<String> fields;

    Submission(DelegateTask task, List<FormField> fields) {
        this.task = task;
        this.process = task.getExecution();
        this.fields = fields.stream().map(FormField::key).collect(Collectors.toUnmodifiableSet());
    }

    Map<String, @Nullable Object> take() {
        task.getVariableNames().stream().filter(name -> !fields.contains(name)).forEach(this::refuseStray);
        Map<String, @Nullable Object> values = new HashMap<>();
        fields.forEach(field -> values.put(field, value(field)));
        fields.forEach(process::removeVariable);
        task.removeVariablesLocal(Set.copyOf(task.getVariableNamesLocal()));
        return values;
    }

    private void refuseStray(String name) {
        TypedValue copy = task.getVariableLocalTyped(name, false);
        TypedValue original = process.getVariableTyped(name, false);
        boolean untouched =
                copy != null && original != null && Objects.equals(plain(copy, name), plain(original, name));
        boolean ofThisTransaction = copy == null && original != null && original.isTransient();
        boolean changedBeside = original != null
                && !WrittenVariables.isWritten((AbstractVariableScope) task, name)
                && !WrittenVariables.isWritten((AbstractVariableScope) process, name);
        if (!untouched && !ofThisTransaction && !changedBeside) {
            throw stray(name);
        }
    }

    private @Nullable Object value(String field) {
        TypedValue value = process.hasVariable(field)
                ? process.getVariableTyped(field, false)
                : task.getVariableLocalTyped(field, false);
        return value == null ? null : plain(value, field);
    }

    /** Serialized objects are never read, not even to look at them. */
    private static @Nullable Object plain(TypedValue value, String name) {
        if (value instanceof ObjectValue) {
            throw stray(name);
        }
        return value.getValue();
    }

    private static DomainException stray(String name) {
        return DomainException.refused("Biểu mẫu này không nhận giá trị “%s”.".formatted(name));
    }
}
