package vn.tongket.workflow.engine;

import java.sql.Timestamp;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Extends the locks of the jobs that this node holds, three times in their length. A node that died renews nothing: its
 * jobs are free for the others when the lock has run out, however long such a job may take (ADR 0013).
 */
class LeaseRenewal {

    private final JobLeases leases;
    private final JdbcClient jdbc;

    LeaseRenewal(JobLeases leases, JdbcClient jdbc) {
        this.leases = leases;
        this.jdbc = jdbc;
    }

    /** The revision stays, or the job's own end would be taken for a conflict. */
    @Scheduled(fixedDelayString = "#{${camunda.bpm.job-execution.lock-time-in-millis} / 3}")
    void renew() {
        Set<String> held = leases.held();
        if (held.isEmpty()) {
            return;
        }
        jdbc.sql("update act_ru_job set lock_exp_time_ = :until where id_ in (:jobs) and lock_owner_ = :me")
                .param("until", new Timestamp(ClockUtil.getCurrentTime().getTime() + leases.getLockTimeInMillis()))
                .param("jobs", held)
                .param("me", leases.getLockOwner())
                .update();
    }
}
