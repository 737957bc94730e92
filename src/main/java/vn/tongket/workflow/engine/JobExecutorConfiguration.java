package vn.tongket.workflow.engine;

import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts {@link JobLeases} in the place of the starter's job executor, with the same settings. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobExecutorConfiguration {

    @Bean("jobExecutor")
    JobLeases jobLeases(@Qualifier("camundaTaskExecutor") TaskExecutor threads, CamundaBpmProperties properties) {
        JobExecutionProperty settings = properties.getJobExecution();
        JobLeases executor = new JobLeases();
        executor.setTaskExecutor(threads);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        executor.setLockTimeInMillis(settings.getLockTimeInMillis());
        executor.setMaxJobsPerAcquisition(settings.getMaxJobsPerAcquisition());
        executor.setWaitTimeInMillis(settings.getWaitTimeInMillis());
        executor.setMaxWait(settings.getMaxWait());
        executor.setWaitIncreaseFactor(settings.getWaitIncreaseFactor());
        executor.setBackoffTimeInMillis(settings.getBackoffTimeInMillis());
        executor.setMaxBackoff(settings.getMaxBackoff());
        executor.setBackoffDecreaseThreshold(settings.getBackoffDecreaseThreshold());
        return executor;
    }

    @Bean
    LeaseRenewal leaseRenewal(JobLeases leases, JdbcClient jdbc) {
        return new LeaseRenewal(leases, jdbc);
    }
}
