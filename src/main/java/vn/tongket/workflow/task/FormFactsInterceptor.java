package vn.tongket.workflow.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import vn.tongket.workflow.BusinessKey;

/**
 * Adds what a task's handler says of the present ({@link TaskHandler#facts}) to the values that a form is opened with. A
 * variable of the task would tell what was so when the task began.
 */
public class FormFactsInterceptor extends CommandInterceptor {

    // The handlers come after the engine: they work with services that may need it.
    private final ObjectProvider<TaskHandlers> handlers;

    public FormFactsInterceptor(ObjectProvider<TaskHandlers> handlers) {
        this.handlers = handlers;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof GetTaskFormVariablesCmd form)) {
            return next.execute(command);
        }
        return next.execute(context -> {
            T values = command.execute(context);
            // Whoever may not read the task has been refused by now.
            addFacts((VariableMap) values, context.getTaskManager().findTaskById(form.resourceId));
            return values;
        });
    }

    private void addFacts(VariableMap values, DelegateTask task) {
        values.putAll(handlers.getObject().of(task.getTaskDefinitionKey()).facts(BusinessKey.of(task)));
    }
}
