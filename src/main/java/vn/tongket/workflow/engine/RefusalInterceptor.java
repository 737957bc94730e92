package vn.tongket.workflow.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;

/**
 * Lets a domain's refusal out as it is. The engine wraps what a listener throws into an English sentence; people must
 * read the Vietnamese one. It stands outside the transaction, which is rolled back by then.
 */
public class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException wrapped) {
            DomainException refusal = refusalIn(wrapped);
            throw refusal == null ? wrapped : refusal;
        }
    }

    private static @Nullable DomainException refusalIn(Throwable wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return refusal;
            }
        }
        return null;
    }
}
