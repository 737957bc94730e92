package vn.tongket.mail;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.support.TestClock;
import vn.tongket.support.TestDatabase;

/** The delivery alone, on the real tables, with a clock and a mail server of the test's own. */
final class DeliveryDesk implements AutoCloseable {

    static final UUID CAMPAIGN = UUID.fromString("3b3e6c0a-6c1f-4a7e-9c55-0e0b5b7f4a11");

    final JdbcClient jdbc;
    final TestClock clock = new TestClock();
    final MailQueue queue;
    final MailOutcome outcome;
    final DataSourceTransactionManager transactions;
    /** With a server that says nothing. */
    Duration patience = Duration.ofSeconds(30);

    final Set<UUID> overtaken = new HashSet<>();
    final List<MailLost> lost = new CopyOnWriteArrayList<>();
    Function<Mail, MailContent> words = mail -> words("Nhắc hạn", "Kính gửi: đơn vị.");

    private final HikariDataSource pool = new HikariDataSource();
    private final String owner = TestDatabase.fresh();

    DeliveryDesk() {
        // Without Spring Boot each statement would be told, which takes longer than the statement.
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
        String url = TestDatabase.settings(owner).get("spring.datasource.url");
        Flyway.configure()
                .dataSource(owner, TestDatabase.OWNER, "")
                .placeholders(Map.of("applicationRole", TestDatabase.APPLICATION))
                .load()
                .migrate();
        pool.setJdbcUrl(url);
        pool.setUsername(TestDatabase.APPLICATION);
        jdbc = JdbcClient.create(pool);
        transactions = new DataSourceTransactionManager(pool);
        clock.set("2017-10-06T08:00");
        queue = new MailQueue(jdbc, clock);
        outcome = new MailOutcome(queue, jdbc, clock, event -> lost.add((MailLost) event));
        makeCampaign();
    }

    private void makeCampaign() {
        UUID unit = UUID.randomUUID();
        jdbc.sql("insert into unit_category (code, label, tier, position) values ('thu', 'Thử', 'sector', 1)")
                .update();
        jdbc.sql("""
                        insert into union_unit (id, code, group_key, name, short_name, category, reporting_mode, sort_order,
                            version)
                        values (?, 'THU', 'THU', 'Công đoàn thử', 'Thử', 'thu', 'NONE', 1, 0)""").param(unit).update();
        jdbc.sql("""
                        insert into campaign (id, code, type, title, issuer_id, reports_to_id, state, plan, milestones,
                            reminder_offsets, nominal_deadline, semantics, roll, created_at, version)
                        values (?, 'TK-THU', 'x', 'Thử', ?, ?, 'COLLECTING', '{}', '[]', '[]', '2017-11-05', 'BEFORE',
                            'NONE', now(), 0)""").params(CAMPAIGN, unit, unit).update();
    }

    static MailContent words(String subject, String text) {
        return new MailContent(subject, text, "<p>" + text + "</p>", List.of(), "TK-THU");
    }

    /** A delivery as each node has one. */
    MailDelivery node(int port) {
        return node(port, new DeliverySettings(0, 20, null));
    }

    MailDelivery node(int port, DeliverySettings settings) {
        StillWanted wanted = mails -> {
            Set<UUID> found = new HashSet<>(mails);
            found.retainAll(overtaken);
            return found;
        };
        return new MailDelivery(
                queue,
                new MailPreparation(wanted, mail -> words.apply(mail), transactions),
                outcome,
                new ServerTrouble(jdbc, clock),
                new MailMessages(new MailSettings("tongket@demo.invalid", "http://127.0.0.1"), settings, clock),
                sender(port, patience),
                settings,
                new TransactionTemplate(transactions));
    }

    static JavaMailSenderImpl sender(int port, Duration patience) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        String millis = String.valueOf(patience.toMillis());
        sender.getJavaMailProperties()
                .putAll(Map.of(
                        "mail.smtp.connectiontimeout", millis,
                        "mail.smtp.timeout", millis,
                        "mail.smtp.writetimeout", millis,
                        "mail.smtp.quitwait", "false"));
        return sender;
    }

    /** Queued now, in this order. */
    List<Mail> queued(String... addresses) {
        return java.util.Arrays.stream(addresses).map(this::queued).toList();
    }

    private Mail queued(String address) {
        Mail mail = Mail.of(CAMPAIGN, address, UUID.randomUUID().toString());
        jdbc.sql("""
                        insert into mail (id, campaign_id, address, bundle, state, attempts, next_attempt_at, created_at,
                            message_id)
                        values (?, ?, ?, ?, 'QUEUED', 0, ?, ?, ?)""")
                .params(mail.id(), CAMPAIGN, address, mail.bundle(), now(), now(), mail.messageId())
                .update();
        clock.pass(Duration.ofMillis(1));
        return mail;
    }

    /** So many, to as many addresses. */
    void queuedAtOnce(int mails) {
        jdbc.sql("""
                        insert into mail (id, campaign_id, address, bundle, state, attempts, next_attempt_at, created_at,
                            message_id)
                        select id, :campaign, 'u' || n || '@demo.invalid', id::text, 'QUEUED', 0, :now, :now,
                            '<' || id || '@tongket>'
                        from (select gen_random_uuid() as id, n from generate_series(1, :mails) n) ids""")
                .param("campaign", CAMPAIGN)
                .param("now", now())
                .param("mails", mails)
                .update();
    }

    /** Adds a notice to the mail; answers false when that would have to wait. */
    boolean refersTo(Mail mail) {
        try (Connection connection = DriverManager.getConnection(owner);
                Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '100ms'");
            statement.execute("""
                    with added as (insert into notice (id, campaign_id, kind, occasion, details, created_at)
                        values (gen_random_uuid(), '%s', 'REMINDER', 'x', '{}', now()) returning id)
                    insert into notice_recipient (notice_id, position, role, mail_id)
                    select id, 1, 'OFFICER', '%s' from added""".formatted(CAMPAIGN, mail.id()));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** As when the process that holds them dies. */
    void cutTransactions() {
        try (Connection connection = DriverManager.getConnection(owner);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and state = 'idle in transaction'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    MailState state(Mail mail) {
        return MailState.valueOf(jdbc.sql("select state from mail where id = ?")
                .param(mail.id())
                .query(String.class)
                .single());
    }

    /** From now until it is tried again. */
    Duration pause(Mail mail) {
        return Duration.between(
                clock.instant(),
                jdbc.sql("select next_attempt_at from mail where id = ?")
                        .param(mail.id())
                        .query(Timestamp.class)
                        .single()
                        .toInstant());
    }

    String error(Mail mail) {
        return jdbc.sql("select coalesce(error, '') from mail where id = ?")
                .param(mail.id())
                .query(String.class)
                .single();
    }

    List<String> badAddresses() {
        return jdbc.sql("select address from mail_address where bad_since is not null order by address")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        pool.close();
    }
}
