package vn.tongket.extension;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.extension.ExtensionCommands.Ask;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.workflow.Inbox;

/**
 * An issued campaign whose last day is thirty days ahead and whose lock sixty, whatever day the other tests have
 * brought; and what its rows say.
 */
public final class OpenCampaign {

    static final int DEADLINE = 30;
    static final int LOCK = 60;

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    public final String code;
    public final LocalDate today;

    public OpenCampaign(ApplicationContext context, String code) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.code = IssuedCampaign.of(context, code);
        this.today = LocalDate.now(context.getBean(Clock.class));
        deadline(day(DEADLINE));
        lockMilestone(day(LOCK));
    }

    public LocalDate day(int ahead) {
        return today.plusDays(ahead);
    }

    void deadline(LocalDate day) {
        jdbc.sql("update campaign set moved_deadline = ? where code = ?")
                .params(day, code)
                .update();
    }

    private void lockMilestone(LocalDate day) {
        jdbc.sql("""
                        update campaign set milestones = (
                            select jsonb_agg(case when m ->> 'kind' = 'lock'
                                then jsonb_set(m, '{date}', to_jsonb(cast(? as text))) else m end)
                            from jsonb_array_elements(milestones) m)
                        where code = ?""").params(day.toString(), code).update();
    }

    void state(String state) {
        jdbc.sql("update campaign set state = ? where code = ?")
                .params(state, code)
                .update();
    }

    void reportState(String unit, String state) {
        jdbc.sql("update report set state = ? where id = " + REPORT)
                .params(state, code, unit)
                .update();
    }

    void extendedTo(String unit, LocalDate day) {
        jdbc.sql("update report set extended_to = ? where id = " + REPORT)
                .params(day, code, unit)
                .update();
    }

    void resendBy(String unit, LocalDate day) {
        jdbc.sql("update report set state = 'RETURNED', resend_by = ? where id = " + REPORT)
                .params(day, code, unit)
                .update();
    }

    private static final String REPORT = """
            (select p.id from participant p join campaign c on c.id = p.campaign_id
                where c.code = ? and p.unit_code = ?)""";

    public Optional<LocalDate> extendedTo(String unit) {
        return day("extended_to", unit);
    }

    Optional<LocalDate> resendBy(String unit) {
        return day("resend_by", unit);
    }

    private Optional<LocalDate> day(String column, String unit) {
        return jdbc.sql("select " + column + " from report where id = " + REPORT)
                .params(code, unit)
                .query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    void ask(String unit, int ahead) {
        context.getBean(Extensions.class)
                .ask(code, unit, new Ask(day(ahead), "Mưa lũ", "15/CV-CĐ"), unit.toLowerCase(Locale.ROOT) + "canbo");
    }

    /** The unit has taken the plan and held its review: it writes. */
    public void writing(String unit) {
        String officer = unit.toLowerCase(Locale.ROOT) + "canbo";
        complete(
                unit,
                "UserTask_ReceivePlan",
                officer,
                Map.of("reviewForm", "OWN_CONFERENCE", "personInCharge", "Cán bộ", "ownDate", today.toString()));
        complete(
                unit,
                "UserTask_HoldReview",
                officer,
                Map.of("heldOn", today.toString(), "reviewForm", "OWN_CONFERENCE", "present", 20, "minutes", ""));
    }

    public void complete(String unit, String task, String user, Map<String, Object> fields) {
        context.getBean(Inbox.class).complete(code + "/" + unit, task, user, fields);
    }

    public void complete(String task, String user, Map<String, Object> fields) {
        context.getBean(Inbox.class).complete(code, task, user, fields);
    }

    /** When the unit's open writing task is due, in the engine's two tables. */
    public LocalDateTime writingDue(String unit) {
        LocalDateTime due = due("act_ru_task", unit);
        if (!due.equals(due("act_hi_taskinst", unit))) {
            throw new AssertionError("The history has another due date than the task, " + due);
        }
        return due;
    }

    private LocalDateTime due(String table, String unit) {
        return jdbc.sql("""
                        select t.due_date_ from %s t
                        join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ? and t.task_def_key_ = 'UserTask_WriteUnitReport'""".formatted(table))
                .param(code + "/" + unit)
                .query(LocalDateTime.class)
                .single();
    }

    public int count(String sql) {
        return jdbc.sql(sql.replace(":campaign", "(select id from campaign where code = '" + code + "')"))
                .query(Integer.class)
                .single();
    }
}
