package vn.tongket.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** What happens to one process instance in a path test: people complete tasks, jobs run, timers fire. */
public final class ProcessSteps {

    private static final int MORE_THAN_ENOUGH = 50;

    /** What everybody who takes part in the campaign is a member of. */
    private static final String TENANT = "CDXDVN";

    private final ProcessEngine engine = BareEngine.bean(ProcessEngine.class);
    private final ManagementService jobs = engine.getManagementService();
    private final String businessKey;
    private final String id;

    private ProcessSteps(String businessKey) {
        this.businessKey = businessKey;
        this.id = instance().getId();
    }

    /** The running instance with that business key. */
    public static ProcessSteps of(String businessKey) {
        return new ProcessSteps(businessKey);
    }

    public ProcessInstance instance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    public boolean isOver() {
        return instance() == null;
    }

    /** Runs asynchronous steps, not timers, until none is left. */
    public ProcessSteps runJobs() {
        for (int round = 0; round < MORE_THAN_ENOUGH; round++) {
            List<Job> waiting = asynchronous();
            if (waiting.isEmpty()) {
                return this;
            }
            waiting.forEach(job -> jobs.executeJob(job.getId()));
        }
        throw new AssertionError("The asynchronous steps never end: " + asynchronous());
    }

    /** Runs the one asynchronous step that waits, and expects it to fail. */
    public void runFailingJob() {
        assertThat(asynchronous()).hasSize(1);
        String job = asynchronous().get(0).getId();
        assertThatThrownBy(() -> jobs.executeJob(job)).isInstanceOf(RuntimeException.class);
    }

    public List<Job> asynchronous() {
        return jobs.createJobQuery().processInstanceId(id).messages().list();
    }

    public Job timer(String activity) {
        Job timer = jobs.createJobQuery()
                .processInstanceId(id)
                .timers()
                .activityId(activity)
                .singleResult();
        assertThat(timer).as("timer at " + activity).isNotNull();
        return timer;
    }

    public boolean waitsForTimer(String activity) {
        return jobs.createJobQuery()
                        .processInstanceId(id)
                        .timers()
                        .activityId(activity)
                        .count()
                > 0;
    }

    /** Fires that timer now, whatever its date, and runs what follows. */
    public ProcessSteps fireTimer(String activity) {
        jobs.executeJob(timer(activity).getId());
        return runJobs();
    }

    public Task task(String taskKey) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(id)
                .taskDefinitionKey(taskKey)
                .initializeFormKeys()
                .singleResult();
        assertThat(task).as("open task " + taskKey).isNotNull();
        return task;
    }

    public boolean waitsAt(String taskKey) {
        return engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(id)
                        .taskDefinitionKey(taskKey)
                        .count()
                == 1;
    }

    /** That person submits the task's form, as Tasklist does; then runs what follows. */
    public ProcessSteps complete(Actor person, String taskKey, Map<String, Object> fields) {
        submit(person, taskKey, fields);
        return runJobs();
    }

    public ProcessSteps complete(Actor person, String taskKey) {
        return complete(person, taskKey, Map.of());
    }

    /** Submits only. */
    public void submit(Actor person, String taskKey, Map<String, Object> fields) {
        String task = task(taskKey).getId();
        as(person, () -> engine.getFormService().submitTaskForm(task, fields));
    }

    /** Does something in the engine as that person. */
    public void as(Actor person, Runnable work) {
        engine.getIdentityService().setAuthentication(person.id(), person.groups(), List.of(TENANT));
        try {
            work.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    public Map<String, Object> variables() {
        return engine.getRuntimeService().getVariables(id);
    }

    public ProcessEngine engine() {
        return engine;
    }
}
