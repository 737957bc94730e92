package vn.tongket.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;
import vn.tongket.shared.DomainException;

/**
 * Says in Vietnamese what happens when two people take the same task, or one takes what is not theirs. Only for the
 * commands of people: jobs need the engine's own exceptions to be repeated.
 */
public class TaskConflictInterceptor extends CommandInterceptor {

    private static final Set<Class<?>> OF_PEOPLE =
            Set.of(ClaimTaskCmd.class, CompleteTaskCmd.class, SubmitTaskFormCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        return OF_PEOPLE.contains(command.getClass()) ? inPlainWords(command) : next.execute(command);
    }

    private <T> T inPlainWords(Command<T> command) {
        try {
            return next.execute(command);
        } catch (TaskAlreadyClaimedException e) {
            throw DomainException.conflict("Việc này đã có người khác nhận.");
        } catch (OptimisticLockingException | ConcurrencyFailureException e) {
            throw DomainException.conflict("Người khác vừa xử lý việc này. Hãy tải lại trang.");
        } catch (AuthorizationException e) {
            throw DomainException.forbidden("Đồng chí không có quyền làm việc này.");
        } catch (NullValueException e) {
            if (e.getMessage() != null && e.getMessage().startsWith("Cannot find task")) {
                throw DomainException.notFound("Việc này đã xong hoặc không còn. Hãy tải lại trang.");
            }
            throw e;
        } catch (ProcessEngineException e) {
            if (e.getMessage() != null && e.getMessage().contains("belongs to no authenticated tenant")) {
                throw DomainException.forbidden("Đồng chí không có quyền làm việc này.");
            }
            throw e;
        }
    }
}
