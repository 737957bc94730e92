package vn.tongket.cost;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import vn.tongket.cost.Statements.Taken;

/** What an engine does when it is asked, with the statements that each step took; its own job executor is off. */
public record CountedSteps(ProcessEngine engine, Statements statements) {

    /** The one running instance with that business key. */
    public String instance(String businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult()
                .getId();
    }

    /** The open task of that step. */
    public String task(String instance, Step step) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(step.task())
                .singleResult()
                .getId();
    }

    /** What each of the asynchronous steps took that wait now. */
    public List<Taken> runJobsOf(String instance) {
        ManagementService jobs = engine.getManagementService();
        return jobs.createJobQuery().processInstanceId(instance).messages().list().stream()
                .map(Job::getId)
                .map(job -> statements.of(() -> jobs.executeJob(job)))
                .toList();
    }

    /** Fires the timer of that activity, whatever its date, and runs what follows. */
    public Taken fire(String instance, String activity) {
        ManagementService jobs = engine.getManagementService();
        String timer = jobs.createJobQuery()
                .processInstanceId(instance)
                .timers()
                .activityId(activity)
                .singleResult()
                .getId();
        Taken fired = statements.of(() -> jobs.executeJob(timer));
        return runJobsOf(instance).stream().reduce(fired, Taken::plus);
    }
}
