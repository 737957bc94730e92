package vn.tongket.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.tongket.cost.Statements;
import vn.tongket.cost.Statements.Taken;
import vn.tongket.mail.Mail;
import vn.tongket.reachability.Reachability.Sent;
import vn.tongket.reachability.Reachability.Which;
import vn.tongket.support.TestClock;
import vn.tongket.support.TestDatabase;

/** Who gets a test mail, and what that takes, on a database that nobody else uses. */
class TestMailsIT {

    private static final String MAKE = """
            insert into union_unit (id, code, group_key, name, short_name, category, parent_id, reporting_mode,
                    sort_order, version)
                select gen_random_uuid(), :issuer || '-' || i, :issuer || i, 'Công đoàn ' || i, 'Số ' || i, 'CDTCT',
                    :id, 'REQUIRED', i, 0 from generate_series(1, :units) i
            """;

    private static DriverManagerDataSource database;
    private static JdbcClient jdbc;

    private final TestClock clock = new TestClock();
    private final Statements statements = new Statements();
    private JdbcClient counted;
    private TestMails tests;

    @BeforeAll
    static void migrate() {
        database = new DriverManagerDataSource(TestDatabase.fresh(), TestDatabase.OWNER, "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        jdbc.sql("insert into unit_category (code, label, tier, position) values ('CDTCT', 'Tổng công ty', 'upper', 1)")
                .update();
    }

    @BeforeEach
    void start() {
        clock.set("2017-09-05T08:00");
        counted = JdbcClient.create(statements.counted(database));
        tests = new TestMails(counted, clock);
        jdbc.sql("delete from mail").update();
        jdbc.sql("delete from address_confirmation").update();
        jdbc.sql("delete from mail_address").update();
    }

    @Test
    void sendingToAllTakesOneStatementAtHundredAndAtTwoThousandUnits() {
        UUID small = campaign("NHO", 100);
        UUID large = campaign("LON", 2000);

        Taken forSmall =
                statements.of(() -> assertThat(tests.queue(small, null)).isEqualTo(new Sent(200, 200)));
        Taken forLarge =
                statements.of(() -> assertThat(tests.queue(large, null)).isEqualTo(new Sent(4000, 4000)));

        assertThat(forLarge.sum()).isEqualTo(forSmall.sum()).isEqualTo(1);
        assertThat(mails(large)).isEqualTo(4000);
    }

    @Test
    void aPageAndTheCountsTakeTheSameStatementsAtHundredAndAtTwoThousandUnits() {
        UUID small = campaign("XEMNHO", 100);
        UUID large = campaign("XEMLON", 2000);
        var contacts = new CampaignContacts(counted, clock);

        Taken forSmall = statements.of(() -> look(contacts, small, 100));
        Taken forLarge = statements.of(() -> look(contacts, large, 2000));

        assertThat(forLarge).isEqualTo(forSmall);
        assertThat(forLarge.sum()).isEqualTo(3);
    }

    private static void look(CampaignContacts contacts, UUID campaign, int units) {
        assertThat(contacts.counts(campaign)).isEqualTo(new Reachability.Counts(units, 0, 0));
        Reachability.Page page = contacts.page(campaign, Which.UNCONFIRMED, "", 0, 10);
        assertThat(page.units()).hasSize(10);
        assertThat(page.matches()).isEqualTo(units);
    }

    @Test
    void anAddressGetsNoSecondOneWithinAnHour() {
        UUID campaign = campaign("GIO", 3);
        tests.queue(campaign, null);
        jdbc.sql("update mail set state = 'HANDED_OVER'").update();

        clock.set("2017-09-05T08:59");
        assertThat(tests.queue(campaign, null)).isEqualTo(new Sent(0, 6));
        clock.set("2017-09-05T09:00");
        assertThat(tests.queue(campaign, null)).isEqualTo(new Sent(6, 6));
        assertThat(mails(campaign)).isEqualTo(12);
    }

    @Test
    void anAddressWhoseTestMailStillWaitsGetsNoSecondOneAtAll() {
        UUID campaign = campaign("CHO", 3);
        tests.queue(campaign, null);

        clock.set("2017-09-07T08:00");
        assertThat(tests.queue(campaign, null)).isEqualTo(new Sent(0, 6));
        assertThat(mails(campaign)).isEqualTo(6);
    }

    @Test
    void oneCampaignsTestMailCountsForTheOther() {
        UUID campaign = campaign("CHUNG", 2);
        UUID other = alsoOf("CHUNG", "TK-CHUNGB");
        tests.queue(campaign, null);
        jdbc.sql("update mail set state = 'HANDED_OVER'").update();

        assertThat(tests.queue(other, null)).isEqualTo(new Sent(0, 4));
    }

    @Test
    void whoAsksAtTheSameMomentSendsNoSecondMail() throws Exception {
        UUID campaign = campaign("CUNGLUC", 500);
        int clicks = 4;
        var barrier = new CyclicBarrier(clicks);
        Callable<Sent> click = () -> {
            barrier.await();
            return new TestMails(JdbcClient.create(database), clock).queue(campaign, null);
        };
        var threads = Executors.newFixedThreadPool(clicks);
        try {
            int queued = 0;
            for (Future<Sent> sent : threads.invokeAll(List.of(click, click, click, click))) {
                queued += sent.get().queued();
            }
            assertThat(queued).isEqualTo(1000);
            assertThat(mails(campaign)).isEqualTo(1000);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void writesToOneUnitOnlyWhenAskedTo() {
        UUID campaign = campaign("MOT", 3);

        assertThat(tests.queue(campaign, "MOT-2")).isEqualTo(new Sent(2, 2));
        assertThat(addresses(campaign)).containsExactly("mot2.chair@x.invalid", "mot2.officer@x.invalid");
    }

    @Test
    void leavesOutTheConfirmedAndWritesToTheBadAgain() {
        UUID campaign = campaign("TOT", 2);
        jdbc.sql("""
                        insert into mail_address (address, confirmed_at, bad_since) values
                            ('tot1.officer@x.invalid', now(), null), ('tot1.chair@x.invalid', now(), now())""").update();

        assertThat(tests.queue(campaign, null)).isEqualTo(new Sent(3, 3));
        assertThat(addresses(campaign))
                .containsExactly("tot1.chair@x.invalid", "tot2.chair@x.invalid", "tot2.officer@x.invalid");
    }

    @Test
    void anAddressOfTwoUnitsInTwoSpellingsGetsOneMailAboutTheFirst() {
        UUID campaign = campaign("DOI", 2);
        jdbc.sql("update unit_contact set email = 'Chung@X.invalid' where email = 'doi1.officer@x.invalid'")
                .update();
        jdbc.sql("update unit_contact set email = 'chung@x.invalid' where email = 'doi2.officer@x.invalid'")
                .update();

        assertThat(tests.queue(campaign, null)).isEqualTo(new Sent(3, 3));
        Mail mail = jdbc.sql("select id, address, bundle from mail where lower(address) = 'chung@x.invalid'")
                .query((row, i) -> Mail.of(campaign, row.getString("address"), row.getString("bundle")))
                .single();
        assertThat(TestMails.unitOf(mail)).contains("DOI-1");
        assertThat(jdbc.sql("select message_id from mail where id = ?")
                        .param(mail.id())
                        .query(String.class)
                        .single())
                .isEqualTo(mail.messageId());
    }

    @Test
    void writesToFrozenParticipantsOnceThereAreSome() {
        UUID campaign = campaign("CHOT", 3);
        jdbc.sql("""
                        insert into participant (id, campaign_id, unit_id, unit_code, unit_name, short_name, category,
                            leaf, required, position)
                        select gen_random_uuid(), ?, id, code, name, short_name, category, true, true, 0
                        from union_unit where code = 'CHOT-3'""").param(campaign).update();

        assertThat(tests.queue(campaign, null)).isEqualTo(new Sent(2, 2));
        assertThat(addresses(campaign)).containsExactly("chot3.chair@x.invalid", "chot3.officer@x.invalid");
    }

    @Test
    void aNoticesMailIsNoTestMail() {
        assertThat(TestMails.unitOf(Mail.of(UUID.randomUUID(), "a@x.invalid", "day:2017-10-27")))
                .isEmpty();
    }

    /** A drafted campaign of an issuer with so many units below it, each with an officer and a chair. */
    private static UUID campaign(String issuer, int units) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into union_unit (id, code, group_key, name, short_name, category, reporting_mode,
                            sort_order, version)
                        values (:id, :code, :code, :code, :code, 'CDTCT', 'CONSOLIDATOR', 0, 0)""").param("id", id).param("code", issuer).update();
        jdbc.sql(MAKE)
                .param("issuer", issuer)
                .param("id", id)
                .param("units", units)
                .update();
        jdbc.sql("""
                        insert into unit_contact (unit_id, role, email)
                        select u.id, r.role, lower(u.group_key || '.' || r.role) || '@x.invalid'
                        from union_unit u cross join (values ('OFFICER'), ('CHAIR')) as r (role)
                        where u.parent_id = ?""").param(id).update();
        return alsoOf(issuer, "TK-" + issuer);
    }

    private static UUID alsoOf(String issuer, String code) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into campaign (id, code, type, title, issuer_id, reports_to_id, state, plan, milestones,
                            roll, reminder_offsets, nominal_deadline, semantics, created_at, version)
                        select :id, :code, 'FINAL', 'Tổng kết', u.id, u.id, 'DRAFT', '{}', '[]', 'none', '[]',
                            '2017-11-05', 'BEFORE', now(), 0
                        from union_unit u where u.code = :issuer""")
                .param("id", id)
                .param("code", code)
                .param("issuer", issuer)
                .update();
        return id;
    }

    private static int mails(UUID campaign) {
        return jdbc.sql("select count(*) from mail where campaign_id = ?")
                .param(campaign)
                .query(Integer.class)
                .single();
    }

    private static List<String> addresses(UUID campaign) {
        return jdbc.sql("select address from mail where campaign_id = ? order by address")
                .param(campaign)
                .query(String.class)
                .list();
    }
}
