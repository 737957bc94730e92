package vn.tongket.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.tongket.shared.TimeConfiguration;

/**
 * Two nodes in production on one empty PostgreSQL with a mail server, started at once. Each request of a person goes to
 * the other node than the one before. {@code -Dtongket.it.database} names another, empty database than the tests' own.
 */
public final class ProductionSite implements Site, AutoCloseable {

    public static final String ADMIN_PASSWORD = "Long-thanh-7-cua";
    private static final String PASSWORD = "Cau-long-bien-1902";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GreenMail mail = new GreenMail(mailPort());
    private final JdbcTemplate database;
    private final List<ProductionNode> nodes;
    private final Person admin;

    public ProductionSite(Path logs) {
        String url = System.getProperty("tongket.it.database", "");
        String database = url.isEmpty() ? TestDatabase.fresh() : url;
        mail.start();
        this.database = new JdbcTemplate(new DriverManagerDataSource(database, TestDatabase.OWNER, ""));
        Map<String, String> settings = settings(database);
        Map<String, String> structured = new HashMap<>(settings);
        structured.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        nodes = List.of(
                ProductionNode.start(logs.resolve("node1.log"), settings),
                ProductionNode.start(logs.resolve("node2.log"), structured));
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> nodes.stream().allMatch(ProductionNode::isReady));
        } catch (RuntimeException | Error notReady) {
            close();
            throw notReady;
        }
        admin = stranger().loggedInAs("admin", ADMIN_PASSWORD);
    }

    private Map<String, String> settings(String database) {
        Map<String, String> settings = ProductionNode.variables(TestDatabase.settings(database));
        settings.putAll(Map.of(
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "SPRING_MAIL_PORT",
                String.valueOf(mail.getSmtp().getPort()),
                "TONGKET_ADMIN_PASSWORD",
                ADMIN_PASSWORD,
                "TONGKET_MAIL_FROM",
                "tongket@example.org",
                "TONGKET_MAIL_BASE_URL",
                "https://tongket.example.org",
                "TONGKET_SECURITY_PASSWORD_ITERATIONS",
                "1000"));
        return settings;
    }

    /** Always the same one: it is stopped and started again. */
    private static ServerSetup mailPort() {
        return new ServerSetup(ProductionNode.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    }

    public Person stranger() {
        var turn = new AtomicInteger();
        return Person.throughProxy(
                () -> nodes.get(turn.getAndIncrement() % nodes.size()).root());
    }

    @Override
    public Person loggedIn(String user) {
        return stranger().loggedInAs(user, password(user));
    }

    @Override
    public Person script(String user) {
        return stranger().sendingPassword(user, password(user));
    }

    private static String password(String user) {
        return user.equals("admin") ? ADMIN_PASSWORD : PASSWORD;
    }

    /** An account as an administrator makes it in Camunda Admin, in those groups. */
    public void makeAccount(String user, String... groups) {
        String engine = Person.ENGINE;
        ok(admin.post(engine + "/user/create", """
                {"profile": {"id": "%s", "firstName": "%s", "lastName": "", "email": ""},
                 "credentials": {"password": "%s"}}""".formatted(user, user, PASSWORD)));
        for (String group : groups) {
            ok(admin.put(engine + "/group/" + group + "/members/" + user, "{}"));
        }
    }

    @Override
    public void settle() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> pending() == 0);
    }

    private int pending() {
        Timestamp now = Timestamp.from(Instant.now());
        return database.queryForObject("""
                select (select count(*) from act_ru_job where type_ <> 'ever-living' and retries_ > 0
                            and (duedate_ is null or duedate_ <= ?))
                     + (select count(*) from mail where state = 'QUEUED' and next_attempt_at <= ?
                            and not exists (select 1 from mail_server where paused_until > ?))""", Integer.class, now, now, now);
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(TimeConfiguration.ZONE);
    }

    public Person admin() {
        return admin;
    }

    public JdbcTemplate database() {
        return database;
    }

    public GreenMail mail() {
        return mail;
    }

    public List<ProductionNode> nodes() {
        return nodes;
    }

    /** The answer's JSON; the answer must be a success. */
    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(ok(answer).body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isBetween(200, 299);
        return answer;
    }

    @Override
    public void close() {
        nodes.forEach(ProductionNode::close);
        mail.stop();
    }
}
