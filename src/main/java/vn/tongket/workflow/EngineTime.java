package vn.tongket.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The engine's clock and what is due by it. */
@Service
public class EngineTime {

    /** Something that will happen by itself: when, what people call it, for which campaign or unit. */
    public record DueEvent(Instant at, String label, String businessKey) {}

    private static final Logger LOG = LoggerFactory.getLogger(EngineTime.class);
    private static final int BATCH = 200;

    private final ManagementService management;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl configuration;
    private final Clock clock;

    EngineTime(
            ProcessEngine engine,
            ManagementService management,
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            Clock clock) {
        this.management = management;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.clock = clock;
    }

    /** The engine's time becomes system time plus that offset, in this node. */
    public static void follow(Duration offset) {
        ClockUtil.offset(offset.toMillis());
    }

    /** Looks for due jobs now instead of after the idle pause; a node whose job executor is off runs them itself. */
    public void hurry() {
        if (configuration.getJobExecutor().isActive()) {
            configuration.getJobExecutor().jobWasAdded();
        } else {
            management.createJobQuery().executable().active().listPage(0, BATCH).forEach(this::run);
        }
    }

    private void run(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException e) {
            // The engine has counted the retry down and keeps the message, as for any failed job.
            LOG.warn("Job {} failed: {}", job.getId(), e.getMessage());
        }
    }

    /** The next timer after now. */
    public Optional<DueEvent> next() {
        return management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateHigherThan(Date.from(clock.instant()))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(this::event);
    }

    /** Jobs that could run now and have not, or not to their end. */
    public long pending() {
        return management.createJobQuery().executable().active().count();
    }

    /** Names of tasks made since then, oldest first. */
    public List<String> tasksSince(Instant then) {
        return tasks.createTaskQuery().taskCreatedAfter(Date.from(then)).orderByTaskCreateTime().asc().list().stream()
                .map(Task::getName)
                .toList();
    }

    private DueEvent event(Job job) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        String activity = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        FlowElement element =
                repository.getBpmnModelInstance(job.getProcessDefinitionId()).getModelElementById(activity);
        String label = element == null || element.getName() == null ? activity : element.getName();
        return new DueEvent(
                job.getDuedate().toInstant(), label, instance == null ? "" : String.valueOf(instance.getBusinessKey()));
    }
}
