package vn.tongket.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import vn.tongket.organization.ImportedUnit;
import vn.tongket.organization.OrganizationImported;
import vn.tongket.report.ReportsOpened;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.workflow.UserProvisioning;
import vn.tongket.workflow.UserProvisioning.Account;

/** Issuer SECA runs a campaign over the units SECB (itself an issuer) and SECC; each has one task to do. */
@TongketIT
class EngineSecurityIT {

    private static final String E = Person.ENGINE;
    private static final String EXPRESSION = "${''.getClass().forName('java.lang.System').setProperty('hole', 'open')}";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private IdentityProvisioning provisioning;

    @Autowired
    private UserProvisioning users;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identities;

    @Autowired
    private HistoryService history;

    private String deployment = "";
    private ProcessInstance ofB;
    private ProcessInstance ofC;

    @BeforeEach
    void openACampaign() {
        events.publishEvent(new OrganizationImported(List.of(
                new ImportedUnit("SEC-A", "Tổng công ty A", true),
                new ImportedUnit("SEC-B", "Công ty B", true),
                new ImportedUnit("SEC-C", "Công ty C", false))));
        provisioning.letIn(new ReportsOpened("CAMPAIGN", "SEC-A", List.of("SEC-B", "SEC-C")));
        users.provide(List.of(
                new Account("secaquansat", "Người theo dõi", "A", "demo", Set.of("SECAquansat")),
                new Account("secbquansat", "Người theo dõi", "B", "demo", Set.of("SECBquansat")),
                new Account("secbkiemnhiem", "Kiêm nhiệm", "B", "demo", Set.of("SECBtruongban", "SECBcanbo"))));
        deployment = repository
                .createDeployment()
                .tenantId("SECA")
                .addModelInstance(
                        "unit-review.bpmn",
                        Bpmn.createExecutableProcess("unit-review")
                                .name("Tổng kết tại đơn vị")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("UserTask_Write")
                                .name("Viết báo cáo")
                                .camundaCandidateGroups("${group}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        ofB = start("SECB");
        ofC = start("SECC");
    }

    @AfterEach
    void clear() {
        repository.deleteDeployment(deployment, true);
        System.clearProperty("hole");
    }

    // CVE-2026-109432: expressions in queries

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}",
                "{\"orQueries\": [{\"orQueries\": [{\"candidateGroupsExpression\": \"%s\"}]}]}",
                "{\"assigneeExpression\": \"%s\"}",
                "{\"orQueries\": [{\"\\u0061ssignee\\u0045xpression\": \"%s\"}]}"
            })
    void refusesExpressionsInQueriesAtAnyDepth(String query) {
        Person officer = Person.loggedIn(port, "secccanbo");
        String attack = query.formatted(EXPRESSION);

        for (String path : List.of("/task", "/task/count", "/filter/" + anyFilter() + "/list")) {
            HttpResponse<String> answer = officer.post(E + path, attack);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("Không nhận biểu thức");
        }
        assertThat(System.getProperty("hole")).isNull();
    }

    @Test
    void refusesExpressionsInTheAddressAndBodiesBeyondReason() {
        Person officer = Person.loggedIn(port, "secccanbo");

        assertThat(officer.get(E + "/task?assigneeExpression=x").statusCode()).isEqualTo(400);
        assertThat(officer.post(E + "/task", "[".repeat(500)).statusCode()).isEqualTo(400);
        assertThat(officer.post(E + "/task", "{\"a\":\"" + "x".repeat(3_000_000) + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesToStoreAFilterWithAnExpression() {
        String filter = "{\"resourceType\": \"Task\", \"name\": \"hole\", \"query\": {\"orQueries\":"
                + " [{\"assigneeExpression\": \"" + EXPRESSION + "\"}]}}";

        assertThat(Person.loggedIn(port, "admin")
                        .post(E + "/filter/create", filter)
                        .statusCode())
                .isEqualTo(400);
        assertThat(filters.createTaskFilterQuery().filterName("hole").count()).isZero();
    }

    /** The second wall: even a query that got past the web's guard reaches nothing. */
    @Test
    void runsNoCodeFromAQueryThatGotThrough() {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(EXPRESSION)
                        .endOr()
                        .list())
                .isInstanceOf(RuntimeException.class);
        Filter stored = filters.newTaskFilter("hole")
                .setQuery(tasks.createTaskQuery()
                        .or()
                        .taskOwnerExpression(EXPRESSION)
                        .endOr());
        filters.saveFilter(stored);
        try {
            Person admin = Person.loggedIn(port, "admin");
            assertThat(admin.post(E + "/filter/" + stored.getId() + "/list", "{}")
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);
        } finally {
            filters.deleteFilter(stored.getId());
        }
        assertThat(System.getProperty("hole")).isNull();
    }

    // CVE-2026-77226: an administrator without a login

    @Test
    void makesNoAdministratorForAStrangerEvenWhileThereIsNone() {
        identities.deleteMembership("admin", "camunda-admin");
        try {
            Person stranger = Person.stranger(port);
            stranger.get("/login");
            String evil = "{\"profile\": {\"id\": \"evil\", \"firstName\": \"e\", \"lastName\": \"e\"},"
                    + " \"credentials\": {\"password\": \"evil\"}}";
            for (String path : List.of(
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/%73etup/default/user/create",
                    "/camunda/api/admin/setup/default/user/create/")) {
                assertThat(stranger.post(path, evil).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(stranger.post("/camunda/api/admin/setup;x=1/default/user/create", evil)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(stranger.get("/camunda/app/admin/default/setup/").statusCode())
                    .isEqualTo(404);
            assertThat(identities.createUserQuery().userId("evil").count()).isZero();
        } finally {
            identities.createMembership("admin", "camunda-admin");
        }
    }

    // Who sees what

    @Test
    void showsAUnitItsOwnTasksOnly() {
        Person officer = Person.loggedIn(port, "secccanbo");

        assertThat(instances(officer.get(E + "/task"))).containsExactly(ofC.getId());
        assertThat(officer.get(E + "/task/" + taskOf(ofB)).statusCode()).isEqualTo(404);
        assertThat(officer.get(E + "/process-instance").body()).isEqualTo("[]");
        assertThat(officer.get(E + "/history/process-instance").body()).isEqualTo("[]");
        assertThat(officer.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(instances(Person.loggedIn(port, "seccchutich").get(E + "/task")))
                .isEmpty();
    }

    @Test
    void showsAnObserverAllOfHisCampaignsAndNoOther() {
        Person own = Person.loggedIn(port, "secaquansat");
        Person other = Person.loggedIn(port, "secbquansat");

        assertThat(ids(own.get(E + "/process-instance?processDefinitionKey=unit-review")))
                .containsExactlyInAnyOrder(ofB.getId(), ofC.getId());
        assertThat(own.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(own.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        assertThat(other.get(E + "/process-instance").body()).isEqualTo("[]");
        assertThat(other.get(E + "/task").body()).isEqualTo("[]");
    }

    @Test
    void keepsAHeadWhoAlsoWritesForAUnitFromReadingTheOtherUnits() {
        Person both = Person.loggedIn(port, "secbkiemnhiem");

        assertThat(instances(both.get(E + "/task"))).containsExactly(ofB.getId());
        assertThat(both.get(E + "/process-instance").body()).isEqualTo("[]");
    }

    @Test
    void showsANewTaskWithoutLoggingInAgain() {
        Person officer = Person.loggedIn(port, "secacanbo");
        assertThat(instances(officer.get(E + "/task"))).isEmpty();

        provisioning.letIn(new ReportsOpened("CAMPAIGN", "SEC-A", List.of("SEC-A")));
        ProcessInstance ofA = start("SECA");

        assertThat(instances(officer.get(E + "/task"))).containsExactly(ofA.getId());
    }

    // Who may do what

    @Test
    void letsAnOfficerClaimAndCompleteInTasklist() {
        Person officer = Person.loggedIn(port, "secccanbo");
        String task = E + "/task/" + taskOf(ofC);

        assertThat(officer.post(task + "/claim", "{\"userId\": \"secccanbo\"}").statusCode())
                .isEqualTo(204);
        assertThat(officer.post(task + "/unclaim", "{}").statusCode()).isEqualTo(204);
        assertThat(officer.post(task + "/submit-form", "{\"variables\": {}}").statusCode())
                .isEqualTo(204);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(ofC.getId())
                        .finished()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secccanbo", "seccchutich", "secaquansat", "secbquansat", "secbkiemnhiem", "secbcanbo"})
    void refusesEverythingThatIsNotTheirs(String userId) {
        Person person = Person.loggedIn(port, userId);
        ProcessInstance foreign = userId.startsWith("secc") ? ofB : ofC;
        String task = E + "/task/" + taskOf(foreign);
        String instance = E + "/process-instance/" + foreign.getId();
        String value = "{\"value\": \"x\", \"type\": \"String\"}";

        refused(person.post(task + "/claim", "{\"userId\": \"" + userId + "\"}"));
        refused(person.post(task + "/complete", "{}"));
        refused(person.post(task + "/submit-form", "{}"));
        refused(person.put(task + "/variables/group", value));
        refused(person.post(task + "/identity-links", "{\"groupId\": \"SECCcanbo\", \"type\": \"candidate\"}"));
        refused(person.put(instance + "/variables/group", value));
        refused(person.delete(instance));
        refused(person.put(instance + "/suspended", "{\"suspended\": true}"));
        refused(person.post(
                instance + "/modification",
                "{\"instructions\": [{\"type\": \"cancel\", \"activityId\": \"UserTask_Write\"}]}"));
        refused(person.post(E + "/process-definition/key/unit-review/tenant-id/SECA/start", "{}"));
        refused(person.delete(E + "/deployment/" + deployment));
        refused(person.postForm(E + "/deployment/create", "deployment-name=x"));
        refused(person.post(E + "/filter/create", "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": {}}"));
        refused(person.put(
                E + "/filter/" + anyFilter(), "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": {}}"));
        refused(person.delete(E + "/filter/" + anyFilter()));
        refused(person.post(E + "/task/create", "{\"name\": \"x\"}"));
        refused(person.post(
                E + "/user/create", "{\"profile\": {\"id\": \"evil\"}, \"credentials\": {\"password\": \"e\"}}"));
        refused(person.put(E + "/group/camunda-admin/members/" + userId, "{}"));
        refused(person.post(
                E + "/authorization/create",
                "{\"type\": 1, \"permissions\": [\"ALL\"], \"userId\": \"" + userId
                        + "\", \"resourceType\": 8, \"resourceId\": \"*\"}"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(foreign.getId())
                        .active()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void keepsAnOfficerFromChangingHisOwnTaskBesideItsForm() {
        Person officer = Person.loggedIn(port, "secccanbo");
        String task = E + "/task/" + taskOf(ofC);

        refused(officer.put(task + "/variables/group", "{\"value\": \"SECBcanbo\", \"type\": \"String\"}"));
        refused(officer.post(task + "/assignee", "{\"userId\": \"secbcanbo\"}"));
        refused(officer.put(task, "{\"dueDate\": null}"));
        refused(officer.delete(E + "/user/secccanbo"));
    }

    @Test
    void takesNoSerializedJavaObject() {
        Person officer = Person.loggedIn(port, "secccanbo");
        String object = "{\"variables\": {\"x\": {\"type\": \"Object\", \"value\": \"rO0ABXQAAXg=\", \"valueInfo\":"
                + " {\"objectTypeName\": \"java.lang.String\","
                + " \"serializationDataFormat\": \"application/x-java-serialized-object\"}}}}";

        HttpResponse<String> answer = officer.post(E + "/task/" + taskOf(ofC) + "/complete", object);

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(tasks.createTaskQuery().processInstanceId(ofC.getId()).count())
                .isEqualTo(1);
    }

    // What everybody finds in Tasklist

    @Test
    void offersThreeListsWithTheTasksOfTheOfficer() {
        Person officer = Person.loggedIn(port, "secccanbo");

        HttpResponse<String> lists = officer.get(E + "/filter?resourceType=Task");
        assertThat(JsonPath.<List<String>>read(lists.body(), "$[*].name"))
                .containsExactlyInAnyOrder("Việc cần làm", "Việc của tôi", "Việc của nhóm");
        assertThat(countIn(officer, "Việc cần làm")).isEqualTo(1);
        assertThat(countIn(officer, "Việc của tôi")).isZero();

        officer.post(E + "/task/" + taskOf(ofC) + "/claim", "{\"userId\": \"secccanbo\"}");
        assertThat(countIn(officer, "Việc cần làm")).isEqualTo(1);
        assertThat(countIn(officer, "Việc của tôi")).isEqualTo(1);
        assertThat(countIn(officer, "Việc của nhóm")).isEqualTo(1);
        assertThat(countIn(Person.loggedIn(port, "secaquansat"), "Việc cần làm"))
                .isZero();
    }

    @Test
    void hashesPasswordsSlowly() {
        assertThat(new Pbkdf2Encryptor(1000).check("demo", new Pbkdf2Encryptor(2000).encrypt("demo")))
                .isTrue();
        assertThat(new Pbkdf2Encryptor(1000).check("other", new Pbkdf2Encryptor(1000).encrypt("demo")))
                .isFalse();
    }

    private ProcessInstance start(String unit) {
        return runtime.createProcessInstanceByKey("unit-review")
                .processDefinitionTenantId("SECA")
                .businessKey("TK/" + unit)
                .setVariable("group", unit + "canbo")
                .execute();
    }

    private String taskOf(ProcessInstance instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private String anyFilter() {
        return filters.createTaskFilterQuery()
                .filterName("Việc cần làm")
                .singleResult()
                .getId();
    }

    private int countIn(Person person, String list) {
        String id =
                filters.createTaskFilterQuery().filterName(list).singleResult().getId();
        return JsonPath.read(person.get(E + "/filter/" + id + "/count").body(), "$.count");
    }

    private static List<String> instances(HttpResponse<String> tasks) {
        return JsonPath.read(tasks.body(), "$[*].processInstanceId");
    }

    private static List<String> ids(HttpResponse<String> list) {
        return JsonPath.read(list.body(), "$[*].id");
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(answer.request().uri() + " " + answer.body())
                .isGreaterThanOrEqualTo(400);
    }
}
