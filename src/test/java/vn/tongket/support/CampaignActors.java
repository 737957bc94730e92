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
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JsonNode file;
    private final UnaryOperator<String> logins;
    private final Person admin;
    private final Map<String, Person> people = new HashMap<>();

    /** Those of a campaign of the shipped make in the demo; its issuer's people log in as {@code tuyengiao} and so on. */
    public CampaignActors(int port, String code) {
        this(Site.demo(port), code);
    }

    /** As {@link #CampaignActors(int, String)}, wherever it runs. */
    public CampaignActors(Site site, String code) {
        this(site, code, Shipped.campaign(), "");
    }

    /**
     * Those of any campaign.
     *
     * @param file its import file
     * @param staff what stands before the role in the logins of the issuer's people
     */
    public CampaignActors(Site site, String code, String file, String staff) {
        this(site, code, file, (UnaryOperator<String>) role -> staff + role);
    }

    /**
     * Those of any campaign.
     *
     * @param logins who does the work of a role, by the role's code
     */
    public CampaignActors(Site site, String code, String file, UnaryOperator<String> logins) {
        this.site = site;
        this.code = code;
        this.file = read(file);
        this.logins = logins;
        this.admin = site.script("admin");
    }

    /**
     * Those of a campaign of the shipped make that a union has opened for the unions below it: its own two people do all
     * the work of an issuer.
     *
     * @param union what stands before the role in their logins
     */
    public static CampaignActors below(Site site, String code, String union) {
        Set<String> chairs = Set.of(UnionRole.TRUONG_BAN.code(), UnionRole.THUONG_TRUC.code());
        return new CampaignActors(site, code, Shipped.campaign(), (UnaryOperator<String>)
                role -> union + (chairs.contains(role) ? UnionRole.CHU_TICH : UnionRole.CAN_BO).code());
    }

    /** The next free number of that register: other tests draw from it too. */
    public static int nextNumber(JdbcClient jdbc, String series) {
        return jdbc.sql("select coalesce(max(last), 0) + 1 from number_register where series = ?")
                .param(series)
                .query(Integer.class)
                .single();
    }

    /** Other tests know the unions' two people without the roles that {@link #below} has given them. */
    public static void takeBackRoles(JdbcClient jdbc, String union) {
        String group = UnionRole.lettersAndDigits(union);
        jdbc.sql("""
                        delete from act_id_membership where group_id_ like :union || '%' and user_id_ like lower(:union) || '%'
                            and group_id_ not in (:own)""")
                .param("union", group)
                .param("own", List.of(group + UnionRole.CAN_BO.code(), group + UnionRole.CHU_TICH.code()))
                .update();
    }

    public void importOrganization(String units) {
        ok(admin.post("/api/organization", units));
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
        assertThat(submit(login(UnionRole.TUYEN_GIAO), code, "UserTask_DraftPlan", Map.of()))
                .isEmpty();
        assertThat(submit(login(UnionRole.THUONG_TRUC), code, "UserTask_ApprovePlan", Map.of("decision", "approve")))
                .isEmpty();
        assertThat(submit(
                        login(UnionRole.VAN_THU),
                        code,
                        "UserTask_IssuePlan",
                        Map.of(
                                "number",
                                number,
                                "date",
                                date,
                                "signer",
                                "Nguyễn Văn Bình",
                                // For those whose addresses nobody has confirmed.
                                "reason",
                                "Đã gọi điện kiểm tra địa chỉ.")))
                .isEmpty();
        settle();
    }

    /** One union's officer and chair do all by hand, through the API and their tasks. */
    public void unitWritesAndSends(String unit) {
        unitWritesAndSends(unit, Map.of());
    }

    /** As {@link #unitWritesAndSends(String)}, with these figures; “...” in every other cell that must be filled. */
    public void unitWritesAndSends(String unit, Map<String, Map<String, String>> figures) {
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
                                campaign().at("/dates/lastWorkingDay").asText())))
                .isEmpty();
        assertThat(submit(
                        officer,
                        key,
                        "UserTask_HoldReview",
                        Map.of(
                                "heldOn",
                                today(),
                                "reviewForm",
                                "OWN_CONFERENCE",
                                "present",
                                85,
                                "minutes",
                                "Biên bản hội nghị.")))
                .isEmpty();
        assertThat(submit(officer, key, "UserTask_WriteUnitReport", Map.of())).contains("điểm phải hoàn thiện");
        write(unit, officer, figures);
        assertThat(submit(officer, key, "UserTask_WriteUnitReport", Map.of())).isEmpty();
        sign(unit);
    }

    /** After a return, with an answer to each of its reasons. */
    public void unitSendsAgain(String unit) {
        String officer = account(unit, UnionRole.CAN_BO);
        assertThat(submit(officer, code + "/" + unit, "UserTask_WriteUnitReport", Map.of()))
                .contains("Chưa trả lời lý do trả lại");
        Person script = site.script(officer);
        String returns = "/api/reports/" + code + "/" + unit + "/returns";
        Map<String, Object> answers = new HashMap<>();
        read(ok(script.get(returns)).body())
                .at("/0/reasons")
                .forEach(reason -> answers.put(reason.at("/id").asText(), Map.of("text", "Đã bổ sung.")));
        ok(script.put(returns + "/answers", json(answers)));
        assertThat(submit(account(unit, UnionRole.CAN_BO), code + "/" + unit, "UserTask_WriteUnitReport", Map.of()))
                .isEmpty();
        sign(unit);
    }

    private void sign(String unit) {
        assertThat(submit(
                        account(unit, UnionRole.CHU_TICH),
                        code + "/" + unit,
                        "UserTask_SignUnitReport",
                        Map.of("decision", "sign", "number", "12/BC-CĐ", "signedOn", today())))
                .isEmpty();
        settle();
    }

    /** Fills in what the API says is missing, and nothing else. */
    private void write(String unit, String officer, Map<String, Map<String, String>> figures) {
        Person script = site.script(officer);
        String base = "/api/reports/" + code + "/" + unit;
        ok(script.put(base + "/figures", json(figures)));
        Map<String, Map<String, String>> unknown = new HashMap<>();
        for (JsonNode fault : read(ok(script.get(base + "/missing")).body())) {
            String place = fault.at("/path").asText();
            int slash = place.indexOf('/');
            if (slash > 0) {
                unknown.computeIfAbsent(place.substring(0, slash), row -> new HashMap<>())
                        .put(place.substring(slash + 1), "...");
            } else if (section(place).isPresent()) {
                ok(script.put(
                        base + "/sections/" + place,
                        json(Map.of("text", text(section(place).get())))));
            } else {
                ok(script.put(base + "/lists/" + place, json(List.of(row(place)))));
            }
        }
        ok(script.put(base + "/figures", json(unknown)));
    }

    private Optional<JsonNode> section(String section) {
        return sections()
                .filter(candidate -> candidate.at("/code").asText().equals(section))
                .findFirst();
    }

    private Stream<JsonNode> sections() {
        return list(file.at("/outline")).stream().flatMap(part -> list(part.at("/sections")).stream());
    }

    private static String text(JsonNode section) {
        return SENTENCE.repeat(section.at("/min_chars").asInt() / SENTENCE.length() + 1);
    }

    /** A row of a list form with something in every column that a person can fill in. */
    private Map<String, String> row(String form) {
        Map<String, String> cells = new HashMap<>();
        for (JsonNode candidate : file.at("/list_forms")) {
            if (candidate.at("/code").asText().equals(form)) {
                for (JsonNode column : candidate.at("/columns")) {
                    cell(column).ifPresent(value -> cells.put(column.at("/key").asText(), value));
                }
            }
        }
        return cells;
    }

    private Optional<String> cell(JsonNode column) {
        return switch (column.at("/type").asText()) {
            case "int" -> Optional.of("2");
            case "decimal" -> Optional.of("1250.5");
            case "date" -> Optional.of(today());
            case "bool" -> Optional.of("true");
            case "enum" -> Optional.of(column.at("/values/0").asText());
            case "file" -> Optional.empty();
            default -> Optional.of("Tăng kinh phí đào tạo cán bộ.");
        };
    }

    public void headReturns(String unit, String reasons, String due) {
        assertThat(submit(
                        login(UnionRole.TRUONG_BAN),
                        code + "/" + unit,
                        "UserTask_ReviewUnitReport",
                        Map.of("decision", "return", "reasons", reasons, "due", due)))
                .isEmpty();
        settle();
    }

    public void headAccepts(String unit) {
        assertThat(submit(
                        login(UnionRole.TRUONG_BAN),
                        code + "/" + unit,
                        "UserTask_ReviewUnitReport",
                        Map.of("decision", "accept")))
                .isEmpty();
        settle();
    }

    public void samples(List<String> units, String upTo) {
        ok(admin.post("/demo/samples", json(Map.of("campaign", code, "units", units, "upTo", upTo))));
    }

    /** Empty when it was closed, else the refusal. */
    public String closeCollection() {
        String refusal =
                submit(login(UnionRole.TRUONG_BAN), code, "UserTask_SettleMissingUnits", Map.of("decision", "close"));
        settle();
        return refusal;
    }

    /** First refused for its empty headings, then with a text under each. */
    public void compile() {
        assertThat(submit(login(UnionRole.TUYEN_GIAO), code, "UserTask_CompileReport", Map.of()))
                .contains("mục chưa viết");
        Person script = site.script(login(UnionRole.TUYEN_GIAO));
        sections()
                .filter(section -> !section.at("/is_heading").asBoolean()
                        && section.at("/required").asBoolean())
                .forEach(section -> ok(script.put(
                        "/api/campaigns/" + code + "/synthesis/"
                                + section.at("/code").asText(),
                        json(Map.of("text", SENTENCE)))));
        assertThat(submit(login(UnionRole.TUYEN_GIAO), code, "UserTask_CompileReport", Map.of()))
                .isEmpty();
    }

    public void standingCommitteeAgrees() {
        assertThat(submit(
                        login(UnionRole.THUONG_TRUC),
                        code,
                        "UserTask_SubmitToStandingCommittee",
                        Map.of("decision", "agree")))
                .isEmpty();
    }

    public void convene(String time, String place) {
        assertThat(submit(
                        login(UnionRole.VAN_PHONG),
                        code,
                        "UserTask_ConveneConference",
                        Map.of("heldAt", time, "place", place, "agenda", "Thông qua báo cáo")))
                .isEmpty();
        settle();
    }

    public void recordAdoption(int present, int total) {
        assertThat(submit(
                        login(UnionRole.VAN_PHONG),
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
                        login(UnionRole.VAN_PHONG),
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
        assertThat(submit(login(UnionRole.TUYEN_GIAO), code, "UserTask_FinishReport", Map.of()))
                .contains("chưa đánh dấu");
        Person person = person(login(UnionRole.TUYEN_GIAO));
        String page = person.get("/campaigns/" + code + "/amendments").body();
        Matcher action =
                Pattern.compile("/campaigns/[^/\"]+/amendments/[0-9a-f-]{36}").matcher(page);
        assertThat(action.find()).as("a tick on the page of amendments").isTrue();
        assertThat(person.postForm(action.group(), "done=true").statusCode()).isLessThan(400);
        assertThat(submit(login(UnionRole.TUYEN_GIAO), code, "UserTask_FinishReport", Map.of()))
                .isEmpty();
    }

    public void signAndNumber(int number) {
        assertThat(submit(
                        login(UnionRole.THUONG_TRUC), code, "UserTask_SignReport", Map.of("signer", "Nguyễn Văn Bình")))
                .isEmpty();
        assertThat(submit(
                        login(UnionRole.VAN_THU),
                        code,
                        "UserTask_NumberReport",
                        Map.of("number", number, "date", today())))
                .isEmpty();
        settle();
    }

    private String today() {
        return site.today().toString();
    }

    public void acknowledge(String number, String date) {
        assertThat(acknowledge(Map.of("incomingNumber", number, "receivedOn", date)))
                .isEmpty();
    }

    /** In a campaign under a superior's, where the superior's register says the rest; answers the refusal, if any. */
    public String acknowledgeAsRegistered() {
        return acknowledge(Map.of());
    }

    private String acknowledge(Map<String, Object> fields) {
        String refusal = submit(login(UnionRole.VAN_THU), code, "UserTask_AcknowledgeReceipt", fields);
        settle();
        return refusal;
    }

    public JsonNode campaign() {
        return read(ok(admin.get("/api/campaigns/" + code)).body());
    }

    /** A cell of the totals: {@code value, reporting, expected, noData, notApplicable}. */
    public JsonNode total(String indicator, int year) {
        return read(ok(admin.get("/api/campaigns/" + code + "/rollup")).body())
                .path(indicator)
                .path(String.valueOf(year));
    }

    /** What a unit's report says there, as the department reads it; empty when it says nothing. */
    public String figure(String unit, String indicator, int year) {
        Person department = site.script(login(UnionRole.TUYEN_GIAO));
        return read(ok(department.get("/api/reports/" + code + "/" + unit + "/figures"))
                        .body())
                .path(indicator)
                .path(String.valueOf(year))
                .asText();
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
                .filter(mail -> mail.at("/text").asText().contains("/go/" + code + "/"))
                .toList();
    }

    /** Names of this campaign's tasks that anybody of the issuer or the officer of that unit could still do. */
    public List<String> openTasks(String unit) {
        List<String> who = Stream.concat(
                        Stream.of(UnionRole.values())
                                .filter(UnionRole::ofIssuer)
                                .map(this::login),
                        Stream.of(account(unit, UnionRole.CAN_BO)))
                .toList();
        List<String> names = new ArrayList<>();
        for (String login : who) {
            tasks(login).stream()
                    .map(task -> task.at("/name").asText())
                    .filter(name -> name.endsWith(code))
                    .forEach(names::add);
        }
        return names;
    }

    /** The names of the files in the campaign's dossier. */
    public List<String> dossierNames() {
        List<String> names = new ArrayList<>();
        byte[] zip = admin.bytes("/api/campaigns/" + code + "/dossier");
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** The text of the latest document of that kind, white space folded. */
    public String wordText(String kind) {
        String id = "";
        for (JsonNode document :
                read(ok(admin.get("/api/campaigns/" + code + "/documents")).body())) {
            if (document.at("/kind").asText().equals(kind)) {
                id = document.at("/id").asText();
            }
        }
        return textOf(admin.bytes("/api/campaigns/" + code + "/documents/" + id));
    }

    /** The text of one unit's report as the Word file has it, white space folded. */
    public String reportText(String unit) {
        return textOf(person(login(UnionRole.TRUONG_BAN)).bytes("/documents/reports/" + code + "/" + unit + ".docx"));
    }

    private static String textOf(byte[] word) {
        try (var extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            return extractor.getText().replace('\u00a0', ' ').replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String account(String unit, UnionRole role) {
        return UnionRole.lettersAndDigits(unit).toLowerCase(Locale.ROOT) + role.code();
    }

    /** The login of that role at the issuer. */
    public String login(UnionRole role) {
        return logins.apply(role.code());
    }

    private Person person(String user) {
        return people.computeIfAbsent(user, id -> site.loggedIn(id));
    }

    private List<JsonNode> tasks(String user) {
        return list(read(ok(person(user).post(Person.ENGINE + "/task", "{}")).body()));
    }

    /** Claims and submits; answers the refusal's message, empty when it was taken. */
    private String submit(String user, String businessKey, String taskKey, Map<String, Object> fields) {
        String query = json(Map.of("processInstanceBusinessKey", businessKey, "taskDefinitionKey", taskKey));
        JsonNode task = list(read(
                        ok(person(user).post(Person.ENGINE + "/task", query)).body()))
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
