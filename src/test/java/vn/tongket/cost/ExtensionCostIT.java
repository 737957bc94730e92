package vn.tongket.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.PlanWithdrawal;
import vn.tongket.cost.Statements.Taken;
import vn.tongket.extension.BulkExtensions;
import vn.tongket.extension.ExtensionCommands.AskForMany;
import vn.tongket.extension.ExtensionCommands.Decide;
import vn.tongket.extension.ExtensionScope;
import vn.tongket.extension.Target;
import vn.tongket.support.TestDatabase;

/**
 * A later day for many, and what hangs on it, takes the same statements for any number of units. Three go through the
 * application; the others are rows like theirs, written by SQL, each with its open task.
 */
@Tag("own-jvm")
class ExtensionCostIT {

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionCostIT.class);
    private static final SizedCampaign FIRST = new SizedCampaign("EXTF", 3);
    private static final SizedCampaign SMALL = new SizedCampaign("EXTS", 3);
    private static final SizedCampaign LARGE = new SizedCampaign("EXTL", 3);
    private static final Map<SizedCampaign, Integer> SIZES = Map.of(FIRST, 3, SMALL, 100, LARGE, 20_000);

    private static final Map<SizedCampaign, Taken> extended = new HashMap<>();
    private static final Map<SizedCampaign, Taken> movedForAll = new HashMap<>();
    private static final Map<SizedCampaign, Taken> withdrawn = new HashMap<>();
    private static final Map<SizedCampaign, Integer> toldOfWithdrawal = new HashMap<>();
    private static final Map<SizedCampaign, Integer> dueAfterExtension = new HashMap<>();
    private static final Map<SizedCampaign, Integer> dueAfterMove = new HashMap<>();

    @BeforeAll
    static void measure() {
        try (Product product = new Product(TestDatabase.fresh())) {
            for (SizedCampaign campaign : List.of(FIRST, SMALL, LARGE)) {
                product.prepare(campaign);
                product.issue(campaign);
                copyUnits(product.bean(JdbcClient.class), campaign, SIZES.get(campaign));
                measure(product, campaign);
            }
        }
    }

    private static void measure(Product product, SizedCampaign campaign) {
        BulkExtensions extensions = product.bean(BulkExtensions.class);
        LocalDate last =
                product.bean(CampaignService.class).dates(campaign.code()).lastAcceptableDay();
        Target category = new Target(ExtensionScope.CATEGORY, "CDTCT");
        extensions.ask(campaign.code(), new AskForMany(category, last.plusDays(3), "Mưa lũ"), "tuyengiao");
        extended.put(
                campaign,
                product.statements()
                        .of(() -> extensions.decide(
                                campaign.code(), new Decide(true, last.plusDays(3), null), "thuongtruc")));
        dueAfterExtension.put(campaign, due(product, campaign, last.plusDays(3)));
        movedForAll.put(
                campaign,
                product.statements()
                        .of(() -> product.bean(CampaignService.class)
                                .moveDeadline(campaign.code(), last.plusDays(6), "Mưa lũ", "truongban")));
        dueAfterMove.put(campaign, due(product, campaign, last.plusDays(6)));
        withdrawn.put(
                campaign,
                product.statements()
                        .of(() -> product.bean(PlanWithdrawal.class)
                                .withdraw(campaign.code(), "Có kế hoạch khác.", "thuongtruc")));
        toldOfWithdrawal.put(
                campaign,
                product.bean(JdbcClient.class)
                        .sql("""
                                select count(*) from notice n join campaign c on c.id = n.campaign_id
                                where c.code = ? and n.kind = 'PLAN_WITHDRAWN'""")
                        .param(campaign.code())
                        .query(Integer.class)
                        .single());
    }

    @Test
    void anExtensionOfACategoryTakesTheSameStatementsForHundredAndForTwentyThousand() {
        LOG.info("A category of 20,000 extended: {}", extended.get(LARGE));

        assertThat(extended.get(LARGE)).isEqualTo(extended.get(SMALL));
        assertThat(extended.get(LARGE).sum()).isLessThanOrEqualTo(30);
        assertThat(dueAfterExtension).isEqualTo(SIZES);
    }

    @Test
    void aLaterCommonDeadlineTakesTheSameStatementsForHundredAndForTwentyThousand() {
        LOG.info("The deadline of 20,000 moved: {}", movedForAll.get(LARGE));

        assertThat(movedForAll.get(LARGE)).isEqualTo(movedForAll.get(SMALL));
        assertThat(movedForAll.get(LARGE).sum()).isLessThanOrEqualTo(30);
        assertThat(dueAfterMove).isEqualTo(SIZES);
    }

    @Test
    void aWithdrawalTakesTheSameStatementsForHundredAndForTwentyThousand() {
        LOG.info("A plan of 20,000 withdrawn: {}", withdrawn.get(LARGE));

        assertThat(withdrawn.get(LARGE)).isEqualTo(withdrawn.get(SMALL));
        // Most of them are the engine's, which ends the campaign's own timers, variables and activities one by one.
        assertThat(withdrawn.get(LARGE).sum()).isLessThanOrEqualTo(90);
        assertThat(toldOfWithdrawal).isEqualTo(SIZES);
    }

    /** Open writing tasks that are due at the end of that day, in the engine's two tables alike. */
    private static int due(Product product, SizedCampaign campaign, LocalDate day) {
        return product.bean(JdbcClient.class)
                .sql("""
                        select count(*) from act_ru_task t
                        join act_ru_execution e on e.id_ = t.proc_inst_id_
                        join act_hi_taskinst h on h.id_ = t.id_ and h.due_date_ = t.due_date_
                        where e.business_key_ like :units and t.due_date_ = :due
                            and t.task_def_key_ = 'UserTask_WriteUnitReport'""")
                .param("units", campaign.code() + "/%")
                .param("due", day.atTime(23, 59))
                .query(Integer.class)
                .single();
    }

    /** As many units as wanted, all of them writing. */
    private static void copyUnits(JdbcClient jdbc, SizedCampaign campaign, int size) {
        Map<String, Object> facts = Map.of(
                "code", campaign.code(), "issuer", campaign.issuer(), "first", campaign.units() + 1, "last", size);
        run(jdbc, facts, """
                update act_ru_task set task_def_key_ = 'UserTask_WriteUnitReport' where proc_inst_id_ in
                    (select id_ from act_ru_execution where business_key_ like :code || '/%' and parent_id_ is null)""");
        run(jdbc, facts, """
                insert into union_unit (id, code, group_key, name, short_name, category, parent_id, reporting_mode,
                    sort_order, version)
                select gen_random_uuid(), :issuer || '-' || i, :issuer || i, 'Công đoàn ' || i, 'Số ' || i, u.category,
                    u.parent_id, u.reporting_mode, i, 0
                from union_unit u cross join generate_series(:first, :last) i where u.code = :issuer || '-1'""");
        run(jdbc, facts, """
                insert into participant (id, campaign_id, unit_id, unit_code, unit_name, short_name, category, parent_id,
                    leaf, required, position)
                select gen_random_uuid(), c.id, u.id, u.code, u.name, u.short_name, u.category, u.parent_id, true, true,
                    u.sort_order
                from campaign c cross join union_unit u
                where c.code = :code and u.code like :issuer || '-%'
                    and not exists (select 1 from participant p where p.campaign_id = c.id and p.unit_id = u.id)""");
        run(jdbc, facts, """
                insert into report (id, campaign_id, state, version)
                select p.id, p.campaign_id, 'DRAFTING', 0 from participant p join campaign c on c.id = p.campaign_id
                where c.code = :code and not exists (select 1 from report r where r.id = p.id)""");
        run(jdbc, facts, """
                insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_,
                    is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_,
                    sequence_counter_, tenant_id_)
                select p.id::text, 1, p.id::text, p.id::text, :code || '/' || p.unit_code, e.proc_def_id_, false, false,
                    true, false, 1, 0, 1, e.tenant_id_
                from participant p join campaign c on c.id = p.campaign_id
                cross join (select * from act_ru_execution where business_key_ = :code || '/' || :issuer || '-1') e
                where c.code = :code and not exists
                    (select 1 from act_ru_execution x where x.business_key_ = :code || '/' || p.unit_code)""");
        run(jdbc, facts, """
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,
                    priority_, create_time_, suspension_state_, tenant_id_)
                select 't' || e.id_, 1, e.id_, e.id_, e.proc_def_id_, 'Viết báo cáo', 'UserTask_WriteUnitReport', 50,
                    now(), 1, e.tenant_id_
                from act_ru_execution e join participant p on p.id::text = e.id_
                where not exists (select 1 from act_ru_task t where t.execution_id_ = e.id_)""");
        run(jdbc, facts, """
                insert into act_hi_taskinst (id_, task_def_key_, proc_inst_id_, execution_id_, proc_def_id_, name_,
                    start_time_)
                select t.id_, t.task_def_key_, t.proc_inst_id_, t.execution_id_, t.proc_def_id_, t.name_, t.create_time_
                from act_ru_task t where not exists (select 1 from act_hi_taskinst h where h.id_ = t.id_)""");
    }

    private static void run(JdbcClient jdbc, Map<String, Object> facts, String sql) {
        jdbc.sql(sql).params(facts).update();
    }
}
