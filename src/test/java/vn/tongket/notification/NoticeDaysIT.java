package vn.tongket.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;

/**
 * Days decided on PostgreSQL, for the shipped campaign issued in the morning of 05/09/2017: last day 04/11, T = Friday
 * 03/11, reminders on 06/10, 20/10, 27/10 and 02/11.
 */
@TongketIT
@RecordApplicationEvents
class NoticeDaysIT {

    private static int campaigns;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private NoticeDays days;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private String code;
    private UUID campaign;

    @BeforeEach
    void issue() {
        code = IssuedCampaign.of(context, "NHAC-" + ++campaigns);
        campaign = context.getBean(CampaignService.class).campaign(code).id();
        issuedAt("2017-09-05T08:30");
    }

    private void issuedAt(String time) {
        jdbc.sql("update campaign set issued_at = cast(? as timestamp) at time zone 'Asia/Ho_Chi_Minh' where id = ?")
                .params(time, campaign)
                .update();
    }

    @Test
    void tellsEachUnitThatOwesOnceHoweverOftenAsked() {
        set("SONGDA", "state = 'ACCEPTED'");
        days.decide(code, at("2017-10-25T08:00"));

        days.decide(code, at("2017-10-27T08:00"));
        List<Map<String, Object>> first = rows();
        days.decide(code, at("2017-10-27T08:00"));
        days.decide(code, at("2017-10-27T16:00"));

        assertThat(rows()).isEqualTo(first);
        assertThat(units("REMINDER", "2017-11-04/T-5"))
                .hasSize(participants() - 1)
                .doesNotContain("SONGDA")
                .doesNotHaveDuplicates();
    }

    @Test
    void countsToTheDayByWhichAUnitOwes() {
        set("SONGDA", "extended_to = '2017-11-10'");
        set("VIGLACERA", "state = 'RETURNED', resend_by = '2017-11-03'");
        set("HUD", "state = 'SUBMITTED'");
        days.decide(code, at("2017-10-25T08:00"));

        days.decide(code, at("2017-10-27T08:00"));

        assertThat(units("REMINDER", "2017-11-10/T-10")).containsExactly("SONGDA");
        assertThat(units("REMINDER", "2017-11-03/T-5")).containsExactly("VIGLACERA");
        assertThat(units("REMINDER", "2017-11-04/T-5"))
                .hasSize(participants() - 3)
                .doesNotContain("SONGDA", "VIGLACERA", "HUD");
        assertThat(jdbc.sql("select details ->> 'deadline' || ', ' || (details ->> 'daysLeft') || ', '"
                                + " || (details ->> 'state') || ', ' || tone || ', ' || deadline from notice"
                                + " where campaign_id = ? and unit_code = 'VIGLACERA' and kind = 'REMINDER'"
                                + " and occasion = '2017-11-03/T-5'")
                        .param(campaign)
                        .query(String.class)
                        .single())
                .isEqualTo("03/11/2017, 5, Trả lại, yêu cầu bổ sung, FIRM, 2017-11-03");
    }

    @Test
    void sendsAfterAnOutageOnlyWhatWasMissedLast() {
        days.decide(code, at("2017-10-19T08:00"));

        days.decide(code, at("2017-11-08T10:15"));

        assertThat(events.stream(NoticesDecided.class).reduce((earlier, later) -> later))
                .hasValueSatisfying(decided ->
                        assertThat(decided.urged()).hasSize(participants()).contains("SONGDA"));
        assertThat(of("SONGDA"))
                .containsExactly(
                        "DUE_TODAY 2017-11-04/T skipped",
                        "OVERDUE 2017-11-04/T+1 skipped",
                        "REMINDER 2017-11-04/T-1 skipped",
                        "REMINDER 2017-11-04/T-10 skipped",
                        "REMINDER 2017-11-04/T-20 to songda.officer@demo.invalid",
                        "REMINDER 2017-11-04/T-5 skipped",
                        "URGING_LETTER 2017-11-04/T+3 to songda.chair@demo.invalid",
                        "URGING_LETTER 2017-11-04/T+3 to songda.officer@demo.invalid");
    }

    @Test
    void keepsThreeMissedDaysOfACampaignIssuedLateOutOfTheRecord() {
        issuedAt("2017-10-30T09:00");

        days.decide(code, at("2017-11-02T08:00"));

        assertThat(of("SONGDA")).containsExactly("REMINDER 2017-11-04/T-1 to songda.officer@demo.invalid");
    }

    @Test
    void decidesTheDayOfTheIssueWhenItIsNotYetEight() {
        issuedAt("2017-10-27T07:59");

        assertThat(days.replan(code, at("2017-10-27T07:59"))).isEqualTo(at("2017-10-27T08:00"));
        issuedAt("2017-10-27T08:00");
        jdbc.sql("delete from notice_plan where campaign_id = ?")
                .param(campaign)
                .update();
        assertThat(days.replan(code, at("2017-10-27T08:00"))).isEqualTo(at("2017-10-30T08:00"));
    }

    @Test
    void comesOnMondaysAndOnEachDayThatConcernsAnybody() {
        set("SONGDA", "extended_to = '2017-11-09'");

        LocalDateTime next = days.replan(code, at("2017-10-24T12:00"));
        assertThat(next).as("missed so far, so now").isEqualTo(at("2017-10-24T12:00"));
        next = days.decide(code, next);
        assertThat(next).as("T-11 and T-7 name nothing").isEqualTo(at("2017-10-26T08:00"));
        next = days.decide(code, next);
        assertThat(next).as("T-5 of the others").isEqualTo(at("2017-10-27T08:00"));
        next = days.decide(code, next);
        assertThat(next).as("Monday").isEqualTo(at("2017-10-30T08:00"));
    }

    @Test
    void waitsForAWorkingDaysEightOClockAfterAnOutage() {
        days.decide(code, at("2017-10-19T08:00"));

        assertThat(days.decide(code, at("2017-10-28T11:00"))).isEqualTo(at("2017-10-30T08:00"));
        assertThat(days.decide(code, at("2017-10-30T07:30"))).isEqualTo(at("2017-10-30T08:00"));
        assertThat(of("SONGDA")).noneMatch(line -> line.contains("T-5"));
        days.decide(code, at("2017-10-30T08:00"));
        assertThat(of("SONGDA")).contains("REMINDER 2017-11-04/T-5 to songda.officer@demo.invalid");
    }

    @Test
    void settlesPastDaysWhenADateChangesWhileNothingWasDue() {
        days.decide(code, at("2017-10-30T08:00"));
        set("SONGDA", "state = 'RETURNED', resend_by = '2017-11-06'");

        LocalDateTime next = days.replan(code, at("2017-10-31T09:00"));

        assertThat(next).isEqualTo(at("2017-11-02T08:00"));
        days.decide(code, next);
        assertThat(of("SONGDA"))
                .as("its T-5 was before it was returned")
                .noneMatch(line -> line.contains("2017-11-06/T-5 ") || line.contains("2017-11-04/T-1 "));
        days.decide(code, at("2017-11-03T08:00"));
        assertThat(of("SONGDA")).contains("REMINDER 2017-11-06/T-1 to songda.officer@demo.invalid");
    }

    @Test
    void keepsAMissedDayOpenWhenDatesChangeBeforeItIsDecided() {
        days.decide(code, at("2017-10-19T08:00"));

        days.decide(code, at("2017-10-21T01:00"));
        days.replan(code, at("2017-10-22T06:30"));
        assertThat(days.replan(code, at("2017-10-23T07:00"))).isEqualTo(at("2017-10-23T08:00"));
        days.decide(code, at("2017-10-23T08:00"));

        assertThat(of("SONGDA")).contains("REMINDER 2017-11-04/T-10 to songda.officer@demo.invalid");
    }

    @Test
    void tellsTheDepartmentOnMondayAndTheStandingBodyWhenTooManyMiss() {
        days.decide(code, at("2017-10-25T08:00"));
        days.decide(code, at("2017-10-27T08:00"));
        days.decide(code, at("2017-10-30T08:00"));

        assertThat(aboutCampaign())
                .contains(
                        "ESCALATION 2017-11-04/T-5 to cdxdvn.chair@demo.invalid",
                        "DIGEST 2017-10-30 to cdxdvn.officer@demo.invalid");
    }

    @Test
    void putsWhatOneAddressGetsOnADayIntoOneMail() {
        jdbc.sql("update unit_contact set email = 'both@demo.invalid' where role = 'OFFICER' and unit_id in"
                        + " (select id from union_unit where code in ('SONGDA', 'VIGLACERA'))")
                .update();
        try {
            days.decide(code, at("2017-10-25T08:00"));
            days.decide(code, at("2017-10-27T08:00"));
        } finally {
            jdbc.sql("""
                            update unit_contact k set email = lower(u.code) || '.officer@demo.invalid' from union_unit u
                            where u.id = k.unit_id and email = 'both@demo.invalid'""").update();
        }

        assertThat(jdbc.sql("""
                        select n.unit_code from notice n join notice_recipient r on r.notice_id = n.id
                        join mail m on m.id = r.mail_id
                        where m.campaign_id = ? and m.address = 'both@demo.invalid' and m.bundle = 'day:2017-10-27'
                        """).param(campaign).query(String.class).list())
                .containsExactlyInAnyOrder("SONGDA", "VIGLACERA");
    }

    @Test
    void writesWhatReachesNobodyDownToo() {
        jdbc.sql("""
                        insert into mail_address (address, bad_since, bad_reason)
                        select lower(email), now(), 'hộp thư không tồn tại' from unit_contact
                        where unit_id = (select id from union_unit where code = 'SONGDA')
                        on conflict (address) do update set bad_since = excluded.bad_since""").update();
        try {
            days.decide(code, at("2017-10-25T08:00"));
            days.decide(code, at("2017-10-27T08:00"));
        } finally {
            jdbc.sql("update mail_address set bad_since = null, bad_reason = null")
                    .update();
        }

        assertThat(of("SONGDA")).contains("REMINDER 2017-11-04/T-5 to nobody");
    }

    @Test
    void decidesNothingForACampaignThatIsLocked() {
        jdbc.sql("update campaign set state = 'LOCKED' where id = ?")
                .param(campaign)
                .update();

        days.decide(code, at("2017-10-27T08:00"));

        assertThat(rows()).isEmpty();
        assertThat(days.collecting()).doesNotContain(code);
    }

    @Test
    void decidesOnceWhenTwoNodesDoItAtOnce() throws Exception {
        days.decide(code, at("2017-10-25T08:00"));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<LocalDateTime> decision = () -> days.decide(code, at("2017-10-27T08:00"));
            for (Future<LocalDateTime> next : nodes.invokeAll(List.of(decision, decision))) {
                assertThat(next.get()).isEqualTo(at("2017-10-30T08:00"));
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(units("REMINDER", "2017-11-04/T-5")).hasSize(participants()).doesNotHaveDuplicates();
        assertThat(of("SONGDA"))
                .filteredOn(line -> line.contains("T-5"))
                .containsExactly("REMINDER 2017-11-04/T-5 to songda.officer@demo.invalid");
    }

    /** A change of dates that is under way is waited for; the report that it extends is told by its new day. */
    @Test
    void waitsForAChangeOfDatesThatIsUnderWay() throws Exception {
        days.decide(code, at("2017-10-25T08:00"));
        ExecutorService node = Executors.newSingleThreadExecutor();
        try {
            Future<LocalDateTime> decision = context.getBean(TransactionTemplate.class)
                    .execute(status -> {
                        set("SONGDA", "extended_to = '2017-11-20'");
                        days.replan(code, at("2017-10-26T12:00"));
                        Future<LocalDateTime> started = node.submit(() -> days.decide(code, at("2017-10-27T08:00")));
                        awaitBlocked();
                        return started;
                    });
            decision.get();
        } finally {
            node.shutdownNow();
        }

        assertThat(of("SONGDA")).noneMatch(line -> line.contains("T-5"));
    }

    private void awaitBlocked() {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql("select count(*) from pg_stat_activity where datname = current_database()"
                                        + " and wait_event_type = 'Lock' and query like '%notice_plan%'")
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }

    private void set(String unit, String what) {
        jdbc.sql("update report set " + what
                        + " where id = (select id from participant where campaign_id = ? and unit_code = ?)")
                .params(campaign, unit)
                .update();
    }

    private int participants() {
        return jdbc.sql("select count(*) from participant where campaign_id = ?")
                .param(campaign)
                .query(Integer.class)
                .single();
    }

    private List<String> units(String kind, String occasion) {
        return jdbc.sql("select unit_code from notice where campaign_id = ? and kind = ? and occasion = ?")
                .params(campaign, kind, occasion)
                .query(String.class)
                .list();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("""
                        select n.id, n.skipped, r.position, r.mail_id from notice n
                        left join notice_recipient r on r.notice_id = n.id
                        where n.campaign_id = ? and n.kind not in ('PLAN_ISSUED') order by n.id, r.position""").param(campaign).query().listOfRows();
    }

    /** Kind, occasion and where it goes, of all but the plan. */
    private List<String> of(String unit) {
        return lines("n.unit_code = '" + unit + "'");
    }

    private List<String> aboutCampaign() {
        return lines("n.unit_code is null");
    }

    private List<String> lines(String which) {
        return jdbc.sql("""
                        select n.kind || ' ' || n.occasion || case when n.skipped then ' skipped'
                            else ' to ' || coalesce(m.address, 'nobody') end
                        from notice n left join notice_recipient r on r.notice_id = n.id
                        left join mail m on m.id = r.mail_id
                        where n.campaign_id = ? and n.kind <> 'PLAN_ISSUED' and %s order by 1""".formatted(which))
                .param(campaign)
                .query(String.class)
                .list();
    }
}
