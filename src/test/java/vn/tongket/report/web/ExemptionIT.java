package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.report.Counts;
import vn.tongket.report.ExemptionKind;
import vn.tongket.report.Progress;
import vn.tongket.report.ReportCollection;
import vn.tongket.report.ReportExempted;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** An exemption over HTTP: proposed on its page, decided in Tasklist, refused to whoever may not. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExemptionIT {

    private static final String CAMPAIGN = "TK.MIEN-2017";
    private static final String LOCKED = "TK.MIEN.KHOA-2017";
    private static final String TASK = "UserTask_DecideExemption";

    @LocalServerPort
    private int port;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Progress progress;

    @Autowired
    private ObjectMapper json;

    private final List<ReportExempted> exempted = new ArrayList<>();

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
        ApplicationListener<PayloadApplicationEvent<ReportExempted>> listener =
                event -> exempted.add(event.getPayload());
        context.addApplicationListener((ApplicationListener<?>) listener);
    }

    @Test
    void theStandingBodyExemptsAUnitThatWasProposed() {
        Counts before = counts();
        Person department = person("tuyengiao");
        assertThat(department.get(page("HUD", "")).body()).contains(page("HUD", "/exemption"), "Hạn: hết ngày");

        HttpResponse<String> proposed =
                propose(department, "HUD", "MERGED", "Sáp nhập vào đơn vị khác theo quyết định.");

        assertThat(proposed.statusCode()).isEqualTo(302);
        assertThat(department.get(page("HUD", "/exemption")).body())
                .contains("Đề nghị miễn: Sáp nhập", "Sáp nhập vào đơn vị khác theo quyết định.", "Chờ Thường trực")
                .doesNotContain("Gửi đề nghị");
        assertThat(state("HUD")).isEqualTo("NOT_STARTED");
        Person standing = person("thuongtruc");
        assertThat(standing.get("/tasks/" + task("HUD")).headers().firstValue("location"))
                .get()
                .asString()
                .endsWith(page("HUD", "/exemption"));
        assertThat(decide(standing, "HUD", "{\"decision\": {\"value\": \"grant\"}}"))
                .isEmpty();

        assertThat(state("HUD")).isEqualTo("EXEMPT");
        runJobs("HUD");
        assertThat(isOver("HUD")).isTrue();
        assertThat(counts().expected()).isEqualTo(before.expected() - 1);
        assertThat(history("HUD"))
                .containsExactly(
                        "tuyengiao Đề nghị miễn báo cáo (sáp nhập): Sáp nhập vào đơn vị khác theo quyết định.",
                        "thuongtruc Miễn báo cáo (sáp nhập): Sáp nhập vào đơn vị khác theo quyết định.");
        assertThat(exempted)
                .contains(new ReportExempted(
                        CAMPAIGN, "HUD", ExemptionKind.MERGED, "Sáp nhập vào đơn vị khác theo quyết định.", null));
        assertThat(department.get(page("HUD", "")).body())
                .contains("Được miễn báo cáo")
                .doesNotContain("Hạn: hết ngày");
        assertThat(department.get(page("HUD", "/exemption")).body())
                .contains("Đồng ý miễn")
                .doesNotContain("Gửi đề nghị");
        assertThat(Person.loggedIn(port, "hudcanbo")
                        .put("/api" + page("HUD", "/sections/MD.1"), "{\"text\": \"a\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aRefusalNeedsAReasonAndChangesNothing() {
        propose(person("truongban"), "COMA", "FOUNDED", "Mới thành lập tháng 8.");
        Person standing = person("thuongtruc");

        assertThat(decide(standing, "COMA", "{\"decision\": {\"value\": \"refuse\"}, \"reason\": {\"value\": \" \"}}"))
                .contains("Cần điền “Lý do không đồng ý");
        assertThat(
                        decide(
                                standing,
                                "COMA",
                                "{\"decision\": {\"value\": \"refuse\"}, \"reason\": {\"value\": \"Vẫn báo cáo phần đã làm.\"}}"))
                .isEmpty();

        assertThat(state("COMA")).isEqualTo("NOT_STARTED");
        assertThat(isOver("COMA")).isFalse();
        assertThat(history("COMA"))
                .containsExactly(
                        "truongban Đề nghị miễn báo cáo (mới thành lập): Mới thành lập tháng 8.",
                        "thuongtruc Không đồng ý miễn báo cáo: Vẫn báo cáo phần đã làm.");
        assertThat(person("tuyengiao").get(page("COMA", "/exemption")).body())
                .contains("Không đồng ý", "Vẫn báo cáo phần đã làm.", "Gửi đề nghị");
    }

    @Test
    void saysAtEachFieldWhatIsMissing() {
        Person department = person("tuyengiao");

        HttpResponse<String> empty = propose(department, "VICEM", "", "  ");
        HttpResponse<String> unknown = propose(department, "VICEM", "NONE", "a".repeat(2001));

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Cần chọn trường hợp miễn.", "Cần ghi lý do.");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body())
                .contains("Cần chọn trường hợp miễn.", "Lý do không được quá 2.000 ký tự.", "a".repeat(2001));
        assertThat(history("VICEM")).isEmpty();
    }

    @Test
    void isProposedOnlyOnceAtATime() {
        Person department = person("tuyengiao");
        propose(department, "LILAMA", "OTHER", "Đang giải quyết tổ chức.");

        HttpResponse<String> again = propose(department, "LILAMA", "OTHER", "Lại đề nghị.");

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("Đã có đề nghị miễn báo cáo cho đơn vị này, đang chờ Thường trực quyết định.");
        assertThat(history("LILAMA")).hasSize(1);
    }

    @Test
    void whatWasSentIsNotExemptedAndTheProposalEndsWithTheAcceptance() {
        propose(person("tuyengiao"), "VIGLACERA", "DISSOLVED", "Sắp giải thể.");
        send("VIGLACERA", "submitted");
        assertThat(state("VIGLACERA")).isEqualTo("UNDER_REVIEW");

        assertThat(decide(person("thuongtruc"), "VIGLACERA", "{\"decision\": {\"value\": \"grant\"}}"))
                .isEqualTo("Báo cáo của đơn vị đang ở trạng thái “Đang thẩm tra”, không miễn được; "
                        + "muốn miễn thì trước hết phải trả lại báo cáo hoặc để đơn vị rút lại.");
        send("VIGLACERA", "accepted");

        assertThat(state("VIGLACERA")).isEqualTo("ACCEPTED");
        assertThat(isOver("VIGLACERA")).isTrue();
        assertThat(person("tuyengiao").get(page("VIGLACERA", "/exemption")).body())
                .contains("Hết hiệu lực, chưa có quyết định");
        assertThat(propose(person("tuyengiao"), "VIGLACERA", "DISSOLVED", "Giải thể.")
                        .body())
                .contains("đang ở trạng thái “Đã chấp nhận”, không miễn được.");
    }

    @Test
    void theLockEndsProposalsAndAllowsNone() {
        IssuedCampaign.of(context, LOCKED);
        post(person("tuyengiao"), "/reports/" + LOCKED + "/HUD/exemption", "MERGED", "Sáp nhập.");
        ReportCollection collection = context.getBean(ReportCollection.class);
        collection.closeCollection(LOCKED, "truongban");
        while (collection.closeNext(LOCKED, 100) > 0) {
            continue;
        }

        assertThat(person("tuyengiao")
                        .get("/reports/" + LOCKED + "/HUD/exemption")
                        .body())
                .contains("Hết hiệu lực, chưa có quyết định")
                .doesNotContain("Gửi đề nghị");
        assertThat(post(person("tuyengiao"), "/reports/" + LOCKED + "/COMA/exemption", "MERGED", "Sáp nhập.")
                        .body())
                .contains("đã khóa số liệu");
    }

    @ParameterizedTest
    @CsvSource({
        "songdacanbo, 403, 403",
        "songdachutich, 403, 403",
        "lilamacanbo, 403, 403",
        "quansat, 200, 403",
        "thuongtruc, 200, 403",
        "vanthu, 200, 403",
        "tldcanbo, 404, 404"
    })
    void nobodyElseProposes(String user, int reads, int proposes) {
        Person person = person(user);

        assertThat(person.get(page("SONGDA", "/exemption")).statusCode()).isEqualTo(reads);
        assertThat(propose(person, "SONGDA", "OTHER", "Xin miễn.").statusCode()).isEqualTo(proposes);
        assertThat(history("SONGDA")).isEmpty();
    }

    @Test
    void aStrangerAndAForgedRequestProposeNothing() {
        assertThat(Person.stranger(port).get(page("BACHDANG", "/exemption")).statusCode())
                .isIn(302, 401);
        Person forged = person("tuyengiao").withoutTokens();

        assertThat(propose(forged, "BACHDANG", "OTHER", "Giả mạo.").statusCode())
                .isEqualTo(403);
        assertThat(history("BACHDANG")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tuyengiao", "truongban", "quansat", "idicocanbo", "idicochutich", "hudcanbo", "admin"})
    void nobodyElseDecides(String user) {
        if (history("IDICO").isEmpty()) {
            propose(person("tuyengiao"), "IDICO", "OTHER", "Đang cơ cấu lại.");
        }
        String task = task("IDICO");

        HttpResponse<String> answer = person(user)
                .post(
                        Person.ENGINE + "/task/" + task + "/submit-form",
                        "{\"variables\": {\"decision\": {\"value\": \"grant\"}}}");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499).isNotEqualTo(404);
        assertThat(state("IDICO")).isEqualTo("NOT_STARTED");
    }

    private HttpResponse<String> propose(Person person, String unit, String kind, String reason) {
        return post(person, page(unit, "/exemption"), kind, reason);
    }

    private static HttpResponse<String> post(Person person, String path, String kind, String reason) {
        return person.postForm(path, "kind=" + kind + "&reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8));
    }

    /** The refusal, empty when it was taken. */
    private String decide(Person standing, String unit, String variables) {
        String path = Person.ENGINE + "/task/" + task(unit);
        standing.post(path + "/claim", "{\"userId\": \"thuongtruc\"}");
        HttpResponse<String> answer = standing.post(path + "/submit-form", "{\"variables\": " + variables + "}");
        return answer.statusCode() == 204 ? "" : read(answer.body());
    }

    private String task(String unit) {
        return jdbc.sql("""
                        select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ? and t.task_def_key_ = ?""")
                .params(CAMPAIGN + "/" + unit, TASK)
                .query(String.class)
                .single();
    }

    private void send(String unit, String upTo) {
        HttpResponse<String> answer = Person.script(port, "admin", "demo")
                .post(
                        "/demo/samples",
                        "{\"campaign\": \"%s\", \"units\": [\"%s\"], \"upTo\": \"%s\"}"
                                .formatted(CAMPAIGN, unit, upTo));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void runJobs(String unit) {
        ManagementService jobs = context.getBean(ManagementService.class);
        String instance = context.getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(CAMPAIGN + "/" + unit)
                .singleResult()
                .getId();
        jobs.createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private boolean isOver(String unit) {
        return context.getBean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(CAMPAIGN + "/" + unit)
                        .count()
                == 0;
    }

    private Counts counts() {
        return progress.counts(progress.units(CAMPAIGN), true);
    }

    private String state(String unit) {
        return jdbc.sql("""
                        select r.state from report r join participant p on p.id = r.id
                        join campaign c on c.id = p.campaign_id where c.code = ? and p.unit_code = ?""").params(CAMPAIGN, unit).query(String.class).single();
    }

    /** Who decided what on the exemption, and why. */
    private List<String> history(String unit) {
        return jdbc.sql("""
                        select d.actor || ' ' || d.kind || ': ' || d.reason from decision d
                        join campaign c on c.id = d.campaign_id
                        where c.code = ? and d.unit_code = ? and d.kind like '%iễn báo cáo%' order by d.decided_at""").params(CAMPAIGN, unit).query(String.class).list();
    }

    private Person person(String user) {
        return Person.loggedIn(port, user);
    }

    private static String page(String unit, String part) {
        return "/reports/" + CAMPAIGN + "/" + unit + part;
    }

    private String read(String body) {
        try {
            return json.readTree(body).at("/message").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
