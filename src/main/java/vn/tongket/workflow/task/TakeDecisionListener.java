package vn.tongket.workflow.task;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.workflow.BusinessKey;

/**
 * Takes what a person submits with a task: checks it, hands it to the domain as the person's decision, and leaves
 * nothing of it behind but the routing flags. A refusal keeps the task open.
 */
@Component(TaskBeans.TAKE_DECISION)
class TakeDecisionListener implements TaskListener {

    private final TaskHandlers handlers;
    private final TaskForms forms;

    TakeDecisionListener(TaskHandlers handlers, TaskForms forms) {
        this.handlers = handlers;
        this.forms = forms;
    }

    @Override
    public void notify(DelegateTask task) {
        CurrentUser actor = actor(task);
        Map<String, @Nullable Object> submitted = new Submission(task, forms.fieldsOf(task)).take();
        Answers answers = AnswerReader.read(forms.fieldsOf(task), submitted);
        Map<String, Object> flags =
                handlers.of(task.getTaskDefinitionKey()).decide(BusinessKey.of(task), answers, actor);
        task.getExecution().setVariables(flags);
    }

    /** Whoever completes the task, who must be of one of its groups: an administrator decides nothing. */
    private static CurrentUser actor(DelegateTask task) {
        Authentication login =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (login == null || login.getUserId() == null) {
            throw DomainException.forbidden("Đồng chí cần đăng nhập.");
        }
        CurrentUser actor = new CurrentUser(login.getUserId(), Set.copyOf(login.getGroupIds()));
        if (task.getCandidates().stream().map(IdentityLink::getGroupId).noneMatch(actor.groups()::contains)) {
            throw DomainException.forbidden("Việc này không thuộc nhiệm vụ của đồng chí.");
        }
        return actor;
    }
}
