package vn.tongket.workflow.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/**
 * The job executor, which knows the jobs that this node holds at present: handed to its threads and not ended. {@link
 * LeaseRenewal} extends the locks of these and of no others, so that a lock need not last as long as the longest job.
 */
class JobLeases extends SpringJobExecutor {

    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /** Ids of the jobs that wait for a thread of this node or run on one. */
    Set<String> held() {
        return Set.copyOf(held);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        held.addAll(jobs);
        return new ExecuteJobsRunnable(jobs, engine) {
            /** One of the jobs that were handed over, or one that the job before it made. */
            @Override
            protected void executeJob(String job, CommandExecutor executor, JobFailureCollector failures) {
                held.add(job);
                try {
                    super.executeJob(job, executor, failures);
                } finally {
                    held.remove(job);
                }
            }

            @Override
            protected void unlockJob(String job, CommandExecutor executor) {
                held.remove(job);
                super.unlockJob(job, executor);
            }
        };
    }
}
