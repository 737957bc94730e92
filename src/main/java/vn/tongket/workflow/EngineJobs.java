package vn.tongket.workflow;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;

/** How the engine's jobs stand, for whoever watches over the system. */
@Service
public class EngineJobs {

    /**
     * @param due could run now and have not yet
     * @param failed without a retry left: somebody has to look
     * @param incidents open ones, in Cockpit
     */
    public record Counts(long due, long failed, long incidents) {}

    private final ManagementService management;
    private final RuntimeService runtime;

    EngineJobs(ManagementService management, RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    public Counts counts() {
        return new Counts(
                management.createJobQuery().executable().active().count(),
                management.createJobQuery().noRetriesLeft().count(),
                runtime.createIncidentQuery().count());
    }
}
