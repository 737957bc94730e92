package vn.tongket.workflow.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.SubmissionState;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;

/**
 * Moves the due dates of many units' tasks by one statement over the engine's tables, where its services would load and
 * save each task. The revision is counted up, so whoever completes a task at that moment is told to look again.
 */
@Component
public class TaskDueDates {

    private static final String MOVE = """
            with owed as (
                select e.id_ as instance,
                    owed_by(r.resend_by, r.extended_to, :common) + cast(:lastMinute as time) as due
                from report r
                join participant p on p.id = r.id
                join act_ru_execution e on e.business_key_ = :unitsOf || p.unit_code
                where r.campaign_id = :campaign and not p.office and r.state in (:states)),
            moved as (
                update act_ru_task t set due_date_ = owed.due, rev_ = t.rev_ + 1, last_updated_ = :now
                from owed
                where t.proc_inst_id_ = owed.instance and t.task_def_key_ in (:tasks)
                    and t.due_date_ is distinct from owed.due
                returning t.id_, t.due_date_)
            update act_hi_taskinst h set due_date_ = moved.due_date_ from moved where h.id_ = moved.id_""";

    private final CampaignService campaigns;
    private final JdbcClient jdbc;
    private final Clock clock;

    TaskDueDates(CampaignService campaigns, JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Open tasks with these keys, of the units that still owe their report, are due on the day by which it is owed;
     * answers how many moved.
     */
    public int follow(String code, Collection<String> tasks) {
        Campaign campaign = campaigns.campaign(code);
        return jdbc.sql(MOVE)
                .param("common", campaigns.lastAcceptableDay(campaign))
                .param("lastMinute", EngineDates.LAST_MINUTE)
                .param("unitsOf", BusinessKey.ofUnit(code, "").toString())
                .param("campaign", campaign.id())
                .param("states", SubmissionState.OWING.stream().map(Enum::name).toList())
                .param("tasks", tasks)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
