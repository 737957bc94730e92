package vn.tongket.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.tongket.workflow.task.FormFactsInterceptor;
import vn.tongket.workflow.task.TaskHandlers;

/** What the models rest on: the issuer as tenant, refusals in plain words, no side doors into tasks, patient retries. */
@Component
public class WorkflowEnginePlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskHandlers> handlers;

    WorkflowEnginePlugin(ObjectProvider<TaskHandlers> handlers) {
        this.handlers = handlers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantIdProvider(new IssuerTenantProvider());
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        // A refusal is no error of the engine; whoever calls it logs what is one.
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setFailedJobRetryTimeCycle("R5/PT5M");
        configuration.setHistoryEventHandler(new WithoutFormFields());
        // Who was ever assigned to a task is counted for licences of the Enterprise Edition only.
        configuration.setTaskMetricsEnabled(false);
        configuration.setCustomPreCommandInterceptorsTxRequired(
                outermost(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                outermost(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private List<CommandInterceptor> outermost(@Nullable List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>(List.of(
                new RefusalInterceptor(),
                new TaskConflictInterceptor(),
                new SideDoorInterceptor(),
                new FormFactsInterceptor(handlers)));
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }
}
