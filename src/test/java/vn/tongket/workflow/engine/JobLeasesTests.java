package vn.tongket.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.tongket.support.TestDatabase;

class JobLeasesTests {

    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static final CountDownLatch MAY_END = new CountDownLatch(1);

    /** A job that takes as long as the test wants. */
    public static final class Slow implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) throws InterruptedException {
            STARTED.countDown();
            MAY_END.await();
        }
    }

    private final DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.fresh());
    private final JdbcClient sql = JdbcClient.create(database);
    private final JobLeases leases = new JobLeases();
    private final ProcessEngine engine = engine();

    private ProcessEngine engine() {
        leases.setTaskExecutor(new SimpleAsyncTaskExecutor());
        leases.setLockTimeInMillis(60_000);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("leases");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("none");
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutor(leases);
        configuration.setJobExecutorActivate(true);
        return configuration.buildProcessEngine();
    }

    @AfterEach
    void close() {
        MAY_END.countDown();
        engine.close();
    }

    @Test
    void renewsTheLockOfTheRunningJobUntilItEndsAndNoOther() throws InterruptedException {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "slow.bpmn",
                        Bpmn.createExecutableProcess("slow")
                                .startEvent()
                                .serviceTask("Quick")
                                .camundaAsyncBefore()
                                .camundaExpression("${true}")
                                // Made by the job before it and run on the same thread, without being acquired.
                                .serviceTask("Slow")
                                .camundaAsyncBefore()
                                .camundaClass(Slow.class)
                                .endEvent()
                                .done())
                .addModelInstance(
                        "later.bpmn",
                        Bpmn.createExecutableProcess("later")
                                .startEvent()
                                .intermediateCatchEvent("Later")
                                .timerWithDuration("P1D")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("later");
        sql.sql("update act_ru_job set lock_owner_ = 'dead node', lock_exp_time_ = '2017-09-05'")
                .update();
        engine.getRuntimeService().startProcessInstanceByKey("slow");
        STARTED.await();
        Timestamp taken = lockOf(leases.getLockOwner());

        new LeaseRenewal(leases, sql).renew();

        assertThat(leases.held()).hasSize(1);
        assertThat(lockOf(leases.getLockOwner())).isAfter(taken);
        assertThat(lockOf("dead node")).isEqualTo(Timestamp.valueOf("2017-09-05 00:00:00"));

        MAY_END.countDown();
        while (engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("slow")
                        .count()
                > 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        while (!leases.held().isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Timestamp lockOf(String owner) {
        return sql.sql("select lock_exp_time_ from act_ru_job where lock_owner_ = ?")
                .param(owner)
                .query(Timestamp.class)
                .single();
    }
}
