package vn.tongket.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.tongket.organization.UnionRole;

/**
 * Everybody who works on one campaign, over HTTP: each task is found, claimed and submitted with the login of the
 * person whose task it is, through the REST that Tasklist uses.
 */
public final class CampaignActors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SENTENCE = "Công đoàn đơn vị đã tổ chức học tập, quán triệt nghị quyết đến đoàn viên. ";

    private final Site site;
    private final String code;
    private final Person admin;
    private final Map<String, Person> people = new HashMap<>();

    /** In the demo on that port. */
    public CampaignActors(int port, String code) {
        this(Site.demo(port), code);
    }

    public CampaignActors(Site site, String code) {
        this.site = site;
        this.code = code;
        this.admin = site.script("admin");
    }

    public void importCampaign(String file) {
        ok(admin.post("/api/campaigns", file));
    }

    /** In the demo. */
    public void clockTo(String time) {
        ((Site.Demo) site).clockTo(time);
    }

    /** Lets jobs and mail that are due run to their end. */
    public void settle() {
        site.settle();
    }

    public void issuePlan(String date, int number) {
        assertThat(submit("tuyengiao", code, "UserTask_DraftPlan", Map.of())).isEmpty();
        assertThat(submit("thuongtruc", code, "UserTask_ApprovePlan", Map.of("decision", "approve")))
                .isEmpty();
        assertThat(submit(
                        "vanthu",
                        code,
                        "UserTask_IssuePlan",
                        Map.of("number", number, "date", date, "signer", "Nguyễn Văn Bình")))
                .isEmpty();
        settle();
    }

    /** One union's officer and chair do all by hand, through the API and their tasks. */
    public void unitWritesAndSends(String unit) {
        String officer = account(unit, UnionRole.CAN_BO);
        String key = code + "/" + unit;
        assertThat(submit(
                        officer,
                        key,
                        "UserTask_ReceivePlan",
                        Map.of(
                                "reviewForm",
                                "OWN_CONFERENCE",
                                "personInCharge",
                                "Trần Thị Hoa",
                                "ownDate",
                                site.today().plusDays(5).toString())))
                .isEmpty();
        assertThat(submit(
                        officer,
                        key,
                        "UserTask_HoldReview",
                        Map.of(
                                "heldOn",
                                site.today().toString(),
                                "reviewForm",
                                "OWN_CONFERENCE",
                                "present",
                                85,
                                "minutes",
                                "Biên bản hội nghị.")))
                .isEmpty();
        assertThat(submit(officer, key, "UserTask_WriteUnitReport", Map.of())).contains("điểm phải hoàn thiện");
        write(unit, officer);
        assertThat(submit(officer, key, "UserTask_WriteUnitReport", Map.of())).isEmpty();
        sign(unit);
    }

    public void unitSendsAgain(String unit) {
        assertThat(submit(account(unit, UnionRole.CAN_BO), code + "/" + unit, "UserTask_WriteUnitReport", Map.of()))
                .isEmpty();
        sign(unit);
    }

    private void sign(String unit) {
        assertThat(submit(
                        account(unit, UnionRole.CHU_TICH),
                        code + "/" + unit,
                        "UserTask_SignUnitReport",
                        Map.of("decision", "sign", "number", "12/BC-CĐ", "signedOn", campaignToday())))
                .isEmpty();
        settle();
    }

    private void write(String unit, String officer) {
        Person writer = person(officer);
        String base = "/api/reports/" + code + "/" + unit;
        JsonNode file = read(Shipped.campaign());
        for (JsonNode part : file.at("/outline")) {
            for (JsonNode section : part.at("/sections")) {
                if (!section.at("/is_heading").asBoolean()
                        && section.at("/required").asBoolean()) {
                    String text = SENTENCE.repeat(section.at("/min_chars").asInt() / SENTENCE.length() + 1);
                    ok(writer.put(base + "/sections/" + section.at("/code").asText(), json(Map.of("text", text))));
                }
            }
        }
        Map<String, Map<String, String>> figures = new HashMap<>();
        for (JsonNode appendix : file.at("/appendices")) {
            for (JsonNode indicator : appendix.at("/indicators")) {
                if (indicator.at("/required").asBoolean()
                        && !indicator.at("/computed").asBoolean()) {
                    Map<String, String> years = new HashMap<>();
                    for (int year = indicator.at("/valid_from_year").asInt(2008); year <= 2017; year++) {
                        years.put(String.valueOf(year), "...");
                    }
                    figures.put(indicator.at("/code").asText(), years);
                }
            }
        }
        ok(writer.put(base + "/figures", json(figures)));
        ok(writer.put(
                base + "/lists/LF03",
                json(List.of(Map.of(
                        "cap_nhan", "Tổng Liên đoàn", "nhom", "Khác", "noi_dung", "Tăng kinh phí đào tạo cán bộ.")))));
        ok(writer.put(
                base + "/lists/LF04",
                json(List.of(Map.of(
                        "chi_tieu",
                        "Phát triển đoàn viên",
                        "dvt",
                        "người",
                        "muc_tieu",
                        "1000",
                        "ket_qua",
                        "1250.5",
                        "danh_gia",
                        "Vượt")))));
    }

    public void headReturns(String unit, String reasons, String due) {
        assertThat(submit(
                        "truongban",
                        code + "/" + unit,
                        "UserTask_ReviewUnitReport",
                        Map.of("decision", "return", "reasons", reasons, "due", due)))
                .isEmpty();
        settle();
    }

    public void headAccepts(String unit) {
        assertThat(submit("truongban", code + "/" + unit, "UserTask_ReviewUnitReport", Map.of("decision", "accept")))
                .isEmpty();
        settle();
    }

    public void samples(List<String> units, String upTo) {
        ok(admin.post("/demo/samples", json(Map.of("campaign", code, "units", units, "upTo", upTo))));
    }

    /** Empty when it was closed, else the refusal. */
    public String closeCollection() {
        String refusal = submit("truongban", code, "UserTask_SettleMissingUnits", Map.of("decision", "close"));
        settle();
        return refusal;
    }

    /** First refused for its empty headings, then with a text under each. */
    public void compile() {
        assertThat(submit("tuyengiao", code, "UserTask_CompileReport", Map.of()))
                .contains("mục chưa viết");
        Person script = site.script("tuyengiao");
        for (JsonNode part : read(Shipped.campaign()).at("/outline")) {
            for (JsonNode section : part.at("/sections")) {
                if (!section.at("/is_heading").asBoolean()
                        && section.at("/required").asBoolean()) {
                    ok(script.put(
                            "/api/campaigns/" + code + "/synthesis/"
                                    + section.at("/code").asText(),
                            json(Map.of("text", SENTENCE))));
                }
            }
        }
        assertThat(submit("tuyengiao", code, "UserTask_CompileReport", Map.of()))
                .isEmpty();
    }

    public void standingCommitteeAgrees() {
        assertThat(submit("thuongtruc", code, "UserTask_SubmitToStandingCommittee", Map.of("decision", "agree")))
                .isEmpty();
    }

    public void convene(String time, String place) {
        assertThat(submit(
                        "vanphong",
                        code,
                        "UserTask_ConveneConference",
                        Map.of("heldAt", time, "place", place, "agenda", "Thông qua báo cáo tổng kết")))
                .isEmpty();
        settle();
    }

    public void recordAdoption(int present, int total) {
        assertThat(submit(
                        "vanphong",
                        code,
                        "UserTask_RecordConference",
                        Map.of(
                                "present",
                                present,
                                "total",
                                total,
                                "minutes",
                                "Hội nghị thống nhất.",
                                "outcome",
                                "adopted")))
                .isEmpty();
    }

    public void recordAmendedAdoption(int present, int total, String amendment) {
        assertThat(submit(
                        "vanphong",
                        code,
                        "UserTask_RecordConference",
                        Map.of(
                                "present",
                                present,
                                "total",
                                total,
                                "minutes",
                                "Hội nghị thống nhất, có bổ sung.",
                                "outcome",
                                "adoptedWithAmendments",
                                "amendments",
                                amendment)))
                .isEmpty();
    }

    /** First refused for the open amendment, then with it ticked off. */
    public void workInAmendments() {
        assertThat(submit("tuyengiao", code, "UserTask_FinishReport", Map.of())).contains("chưa đánh dấu");
        Person person = person("tuyengiao");
        String page = person.get("/campaigns/" + code + "/amendments").body();
        Matcher action =
                Pattern.compile("/campaigns/[^/\"]+/amendments/[0-9a-f-]{36}").matcher(page);
        assertThat(action.find()).as("a tick on the page of amendments").isTrue();
        assertThat(person.postForm(action.group(), "done=true").statusCode()).isLessThan(400);
        assertThat(submit("tuyengiao", code, "UserTask_FinishReport", Map.of())).isEmpty();
    }

    public void signAndNumber(int number) {
        assertThat(submit("thuongtruc", code, "UserTask_SignReport", Map.of("signer", "Nguyễn Văn Bình")))
                .isEmpty();
        assertThat(submit("vanthu", code, "UserTask_NumberReport", Map.of("number", number, "date", campaignToday())))
                .isEmpty();
        settle();
    }

    private String campaignToday() {
        return site.today().toString();
    }

    public void acknowledge(String number, String date) {
        assertThat(submit(
                        "vanthu",
                        code,
                        "UserTask_AcknowledgeReceipt",
                        Map.of("incomingNumber", number, "receivedOn", date)))
                .isEmpty();
        settle();
    }

    public JsonNode campaign() {
        return read(ok(admin.get("/api/campaigns/" + code)).body());
    }

    public List<JsonNode> unitRows() {
        return list(read(ok(admin.get("/api/campaigns/" + code + "/units")).body()));
    }

    public JsonNode unit(String unit) {
        return unitRows().stream()
                .filter(row -> row.at("/unit").asText().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    public String name(String unit) {
        return unit(unit).at("/name").asText();
    }

    public List<String> units(boolean required) {
        return unitRows().stream()
                .filter(row -> row.at("/required").asBoolean() == required)
                .map(row -> row.at("/unit").asText())
                .toList();
    }

    /** How the shipped addresses name these units: letters and digits, in lower case. */
    public List<String> mailNames(List<String> units) {
        return units.stream()
                .map(unit -> UnionRole.lettersAndDigits(unit).toLowerCase(Locale.ROOT))
                .toList();
    }

    public List<JsonNode> mails(String inSubject) {
        return list(read(ok(admin.get("/demo/mailbox")).body())).stream()
                .filter(mail -> mail.at("/subject").asText().contains(inSubject))
                .toList();
    }

    /** Mails to units about this campaign: other tests' campaigns write to the same unions. */
    public List<JsonNode> unitMails(String inSubject) {
        return mails(inSubject).stream()
                .filter(mail -> mail.at("/text").asText().contains("/reports/" + code + "/"))
                .toList();
    }

    /** Names of this campaign's tasks that anybody of the issuer or SONGDA could still do. */
    public List<String> openTasks() {
        List<String> names = new ArrayList<>();
        for (String who : List.of("tuyengiao", "truongban", "thuongtruc", "vanthu", "vanphong", "songdacanbo")) {
            tasks(who).stream()
                    .map(task -> task.at("/name").asText())
                    .filter(name -> name.endsWith(code))
                    .forEach(names::add);
        }
        return names;
    }

    public byte[] dossier() {
        return admin.bytes("/api/campaigns/" + code + "/dossier");
    }

    /** The text of the latest document of that kind, white space folded. */
    public String wordText(String kind) throws IOException {
        String id = "";
        for (JsonNode document :
                read(ok(admin.get("/api/campaigns/" + code + "/documents")).body())) {
            if (document.at("/kind").asText().equals(kind)) {
                id = document.at("/id").asText();
            }
        }
        byte[] word = admin.bytes("/api/campaigns/" + code + "/documents/" + id);
        try (var extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            return extractor.getText().replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }

    private static String account(String unit, UnionRole role) {
        return UnionRole.lettersAndDigits(unit).toLowerCase(Locale.ROOT) + role.code();
    }

    private Person person(String user) {
        return people.computeIfAbsent(user, id -> site.loggedIn(id));
    }

    private List<JsonNode> tasks(String user) {
        return list(read(ok(person(user).post(Person.ENGINE + "/task", "{}")).body()));
    }

    /** Claims and submits; answers the refusal's message, empty when it was taken. */
    private String submit(String user, String businessKey, String taskKey, Map<String, Object> fields) {
        Map<String, String> which = Map.of("processInstanceBusinessKey", businessKey, "taskDefinitionKey", taskKey);
        JsonNode task = list(read(ok(person(user).post(Person.ENGINE + "/task", json(which)))
                        .body()))
                .stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(user + " has no open " + taskKey + " of " + businessKey));
        String path = Person.ENGINE + "/task/" + task.at("/id").asText();
        ok(person(user).post(path + "/claim", json(Map.of("userId", user))));
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        HttpResponse<String> answer = person(user).post(path + "/submit-form", json(Map.of("variables", variables)));
        return answer.statusCode() == 204
                ? ""
                : read(answer.body()).at("/message").asText("no message");
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isBetween(200, 299);
        return answer;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
