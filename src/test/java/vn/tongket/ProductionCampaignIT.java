package vn.tongket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.tongket.organization.UnionRole;
import vn.tongket.support.CampaignActors;
import vn.tongket.support.Person;
import vn.tongket.support.ProductionNode;
import vn.tongket.support.ProductionSite;
import vn.tongket.support.Shipped;

/**
 * Production as it is installed: two processes of the packaged application that start at once on an empty database, and
 * a campaign through both of them, from the administrator's first login to the archive. A few unions by default; all 52
 * with {@code -Dtongket.it.units=all}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionCampaignIT {

    private static final String CAMPAIGN = "TK-20NQTW-2017";
    private static final Set<String> FEW = Set.of("TLD", "CDXDVN", "LDLD_HN", "SONGDA", "VICEM", "CNXD_HN");
    private static final boolean ALL = "all".equals(System.getProperty("tongket.it.units"));
    private static final int UNITS = ALL ? 52 : 3;
    private static final List<String> PAGES = List.of(
            "/",
            "/campaigns/" + CAMPAIGN,
            "/campaigns/" + CAMPAIGN + "/plan",
            "/campaigns/" + CAMPAIGN + "/synthesis",
            "/campaigns/" + CAMPAIGN + "/amendments",
            "/reports/" + CAMPAIGN + "/SONGDA",
            "/import",
            "/api/campaigns",
            "/api/campaigns/" + CAMPAIGN,
            "/api/campaigns/" + CAMPAIGN + "/units",
            "/api/campaigns/" + CAMPAIGN + "/documents",
            "/api/reports/" + CAMPAIGN + "/SONGDA/figures",
            "/api/reports/" + CAMPAIGN + "/SONGDA/lists/LF03",
            "/api/reports/" + CAMPAIGN + "/SONGDA/progress");

    private ProductionSite site;
    private CampaignActors people;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path logs) {
        site = new ProductionSite(logs);
        people = new CampaignActors(site, CAMPAIGN);
    }

    @AfterAll
    void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void hasNothingOfTheDemo() {
        for (String path : List.of("/demo", "/demo/mailbox", "/demo/clock")) {
            assertThat(site.admin().get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(site.stranger().login("admin", "demo").headers().firstValue("location"))
                .hasValueSatisfying(target -> assertThat(target).endsWith("/login?error"));
        assertThat(ProductionSite.json(site.admin().get("/api/campaigns"))).isEmpty();
    }

    @Test
    @Order(2)
    void tellsBrowsersToBeStrict() {
        Person stranger = site.stranger();
        HttpResponse<String> login = stranger.get("/login");
        String policy = "content-security-policy";
        for (HttpResponse<String> answer : List.of(
                login,
                site.admin().get("/"),
                site.admin().get("/nowhere"),
                site.admin().get("/api/campaigns"),
                site.script("admin").get("/api/campaigns"),
                stranger.get("/api/campaigns"),
                stranger.get("/css/tongket.css"))) {
            assertThat(header(answer, policy)).contains("script-src 'self';", "frame-ancestors 'self'");
            assertThat(header(answer, "referrer-policy")).isEqualTo("same-origin");
            isEncryptedAndAnonymous(answer);
        }
        HttpResponse<String> camunda = site.admin().get("/camunda/app/tasklist/default/");
        assertThat(header(camunda, policy)).contains("'unsafe-eval'", "frame-ancestors 'self'");
        isEncryptedAndAnonymous(camunda);
    }

    private static void isEncryptedAndAnonymous(HttpResponse<String> answer) {
        String what = answer.uri().toString();
        assertThat(header(answer, "strict-transport-security")).as(what).contains("max-age=31536000");
        assertThat(header(answer, "x-content-type-options")).as(what).isEqualTo("nosniff");
        assertThat(header(answer, "x-frame-options")).as(what).isEqualTo("SAMEORIGIN");
        assertThat(answer.headers().map()).as(what).doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.body()).as(what).doesNotContain("Apache Tomcat", "\tat ", "Exception");
    }

    /** The header, which must be there once. */
    private static String header(HttpResponse<String> answer, String name) {
        List<String> values = answer.headers().allValues(name);
        assertThat(values).as(answer.uri() + " " + name).hasSize(1);
        return values.get(0);
    }

    @Test
    @Order(3)
    void givesNoCookieThatTravelsInTheClear() {
        Person person = site.stranger();
        List<HttpResponse<String>> answers = new ArrayList<>(List.of(person.get("/login")));
        answers.add(person.login("admin", ProductionSite.ADMIN_PASSWORD));
        answers.add(person.get("/camunda/app/tasklist/default/"));

        List<String> cookies = answers.stream()
                .flatMap(answer -> answer.headers().allValues("set-cookie").stream())
                .toList();
        assertThat(cookies.stream().map(cookie -> cookie.substring(0, cookie.indexOf('='))))
                .contains("SESSION", "CSRF-TOKEN", "XSRF-TOKEN");
        assertThat(cookies)
                .allSatisfy(cookie ->
                        assertThat(cookie).containsPattern(";\\s*Secure").containsPattern(";\\s*SameSite=Lax"));
        // A script must read the other two to send them back.
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("SESSION="))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly"));
    }

    @Test
    @Order(4)
    void runsACampaignThroughEitherNode() {
        ProductionSite.json(site.admin().post("/api/organization", ALL ? Shipped.unions() : Shipped.unions(FEW)));
        for (UnionRole role : UnionRole.values()) {
            if (role.ofIssuer()) {
                site.makeAccount(role.code(), role.group("CDXDVN"));
            }
        }
        people.importCampaign(Shipped.campaignOfTheWeek(site.today()));
        people.issuePlan(site.today().toString(), 45);
        // When the last required one is accepted, the campaign waits for nobody else.
        List<String> units = Stream.of(people.units(false), people.units(true))
                .flatMap(List::stream)
                .toList();
        assertThat(units).hasSize(UNITS);
        assertThat(recipients("Kế hoạch 45/KH-CĐXD")).hasSize(UNITS).doesNotHaveDuplicates();
        awaitMetric("tongket_units{campaign=\"%s\",state=\"not_started\"}".formatted(CAMPAIGN), UNITS);

        for (String unit : units) {
            makeAccount(unit, UnionRole.CAN_BO);
            makeAccount(unit, UnionRole.CHU_TICH);
            people.unitWritesAndSends(unit);
            people.headAccepts(unit);
        }
        assertThat(people.campaign().at("/state").asText()).isEqualTo("consolidating");

        people.compile();
        people.standingCommitteeAgrees();
        site.mail().stop();
        people.convene(site.today().plusDays(20) + "T08:00", "Hội trường tầng 5");
        people.recordAdoption(40, 40);
    }

    private void makeAccount(String unit, UnionRole role) {
        String user = UnionRole.lettersAndDigits(unit).toLowerCase(Locale.ROOT) + role.code();
        site.makeAccount(user, role.group(unit));
    }

    @Test
    @Order(5)
    void staysInTheProxyWhileTheMailServerIsAway() {
        Person stranger = site.stranger();
        assertThat(stranger.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        HttpResponse<String> whole = stranger.get("/actuator/health");
        assertThat(whole.statusCode()).isEqualTo(503);
        assertThat(whole.body()).doesNotContain("mail", "db", "components\":{");

        JsonNode seen = tree(site.admin().get("/actuator/health").body());
        assertThat(seen.at("/components/mail/status").asText()).isEqualTo("DOWN");
        assertThat(seen.at("/components/db/status").asText()).isEqualTo("UP");
        assertThat(seen.at("/components/jobExecutor/status").asText()).isEqualTo("UP");
        assertThat(tree(site.loggedIn("vanthu").get("/actuator/health").body()).has("components"))
                .isFalse();
    }

    @Test
    @Order(6)
    void showsMetricsToTheAdministratorOnly() {
        assertThat(site.stranger().get("/actuator/prometheus").statusCode()).isNotEqualTo(200);
        for (String user : List.of("songdacanbo", "quansat", "tuyengiao")) {
            assertThat(site.script(user).get("/actuator/prometheus").statusCode())
                    .as(user)
                    .isEqualTo(403);
            assertThat(site.loggedIn(user).get("/actuator/prometheus").statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(site.script("admin").get("/actuator/env").statusCode()).isEqualTo(403);

        awaitScrape("tongket_notices_oldest_queued_seconds [1-9]");
        assertThat(site.script("admin").get("/actuator/prometheus").body())
                .contains("tongket_notices{state=\"failed\"} 0.0")
                .contains("tongket_jobs{state=\"due\"}", "tongket_jobs{state=\"incident\"} 0.0")
                .contains("tongket_units{campaign=\"" + CAMPAIGN + "\",state=\"consolidated\"} " + UNITS + ".0")
                .contains("tongket_notices_oldest_queued_seconds")
                .contains("hikaricp_connections_active", "jvm_memory_used_bytes", "http_server_requests_seconds_count");
    }

    @Test
    @Order(7)
    void namesTheCampaignInItsLogsAndNoPerson() {
        String plain = site.nodes().get(0).log();
        List<JsonNode> structured = site.nodes()
                .get(1)
                .log()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(ProductionCampaignIT::tree)
                .toList();

        List<String> mailLines = Stream.concat(
                        plain.lines().filter(line -> line.contains("was not taken")),
                        structured.stream().map(JsonNode::toString).filter(line -> line.contains("was not taken")))
                .toList();
        assertThat(mailLines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsAnyOf("[" + CAMPAIGN, "\"businessKey\":\"" + CAMPAIGN));
        assertThat(structured)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.has("@timestamp")).isTrue());
        for (ProductionNode node : site.nodes()) {
            assertThat(node.log()).doesNotContain("@demo.invalid", ProductionSite.ADMIN_PASSWORD, "Trần Thị Hoa");
        }
    }

    @Test
    @Order(8)
    void deliversWhatWaitedOnceTheMailServerIsBack() throws Exception {
        awaitMetric("tongket_notices{state=\"queued\"}", people.units(true).size());
        site.mail().start();
        people.signAndNumber(12);
        assertThat(people.campaign().at("/state").asText()).isEqualTo("reported");
        awaitMetric("tongket_notices{state=\"queued\"}", 0);

        assertThat(recipients("Giấy mời")).hasSameSizeAs(people.units(true)).doesNotHaveDuplicates();
        assertThat(recipients("Báo cáo 12/BC-CĐXD")).containsExactly("tld.office@demo.invalid");
        people.acknowledge("812", site.today().toString());
        assertThat(people.campaign().at("/state").asText()).isEqualTo("archived");
        assertThat(people.openTasks("SONGDA")).isEmpty();
        assertThat(count("act_ru_execution")).isZero();
    }

    @Test
    @Order(9)
    void losesNoFactAndNoScreenWithTheEnginesHistory() {
        Map<String, String> facts = facts();
        Map<String, String> screens = screens();
        assertThat(count("act_hi_procinst")).isEqualTo(UNITS + 1);
        assertThat(count("act_ru_job where type_ = 'ever-living'"))
                .as("clean-up jobs, waiting for the night")
                .isEqualTo(1);

        // Five years later, at night.
        historyTables().stream()
                .filter(table -> hasRemovalTime(table))
                .forEach(table -> site.database().update("update " + table + " set removal_time_ = '2020-01-01'"));
        ProductionSite.json(site.admin().post(Person.ENGINE + "/history/cleanup?immediatelyDue=true", "{}"));
        await().atMost(Duration.ofMinutes(3)).until(() -> count("act_hi_procinst") == 0);
        historyTables().forEach(table -> site.database().execute("alter table " + table + " rename to gone_" + table));

        assertThat(facts()).isEqualTo(facts);
        assertThat(screens()).isEqualTo(screens);
    }

    /** Table → number and digest of its rows, for all tables of ours. */
    private Map<String, String> facts() {
        return site.database().queryForList("""
                        select table_name from information_schema.tables where table_schema = 'public'
                        and table_name !~ '^(act_|gone_|spring_session|login_attempt|flyway)'""", String.class).stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> site.database()
                                .queryForObject(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t"
                                                .formatted(table),
                                        String.class)));
    }

    private Map<String, String> screens() {
        return PAGES.stream().collect(Collectors.toMap(page -> page, page -> {
            HttpResponse<String> answer = site.admin().get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            return answer.body();
        }));
    }

    private int count(String rows) {
        return site.database().queryForObject("select count(*) from " + rows, Integer.class);
    }

    private List<String> historyTables() {
        return site.database()
                .queryForList("select tablename from pg_tables where tablename like 'act_hi_%'", String.class);
    }

    private boolean hasRemovalTime(String table) {
        return site.database().queryForObject("""
                                select count(*) from information_schema.columns
                                where table_name = ? and column_name = 'removal_time_'""", Integer.class, table) == 1;
    }

    private void awaitMetric(String name, int value) {
        awaitScrape(Pattern.quote(name + " " + value + ".0"));
    }

    /** A node answers with what it read in the ten seconds before; refused mail waits for a minute. */
    private void awaitScrape(String pattern) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(
                                site.script("admin").get("/actuator/prometheus").body())
                        .containsPattern(pattern));
    }

    private List<String> recipients(String inSubject) {
        return Arrays.stream(site.mail().getReceivedMessages())
                .filter(mail -> read(() -> mail.getSubject()).contains(inSubject))
                .map(mail -> read(() -> mail.getAllRecipients()[0].toString()))
                .toList();
    }

    private static <T> T read(java.util.concurrent.Callable<T> part) {
        try {
            return part.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
