package vn.tongket.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.tongket.shared.DomainException;

/**
 * Closes the ways into a task that would pass by its complete listener: its variables, errors, escalations and
 * delegation. Whoever may complete a task could otherwise end or redirect the process through them.
 */
public class SideDoorInterceptor extends CommandInterceptor {

    private static final Set<Class<?>> SIDE_DOORS = Set.of(
            SetTaskVariablesCmd.class,
            PatchTaskVariablesCmd.class,
            RemoveTaskVariablesCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            DelegateTaskCmd.class,
            ResolveTaskCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        if (SIDE_DOORS.contains(command.getClass())) {
            throw DomainException.forbidden("Việc chỉ được làm bằng biểu mẫu của nó.");
        }
        return next.execute(command);
    }
}
