package vn.tongket.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.tongket.apidocs.Described.Operation;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** The description against the endpoints: it names them all and no other, and they answer as it says. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDescriptionIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Described described;
    private ApiWalk walk;

    @BeforeAll
    void read() {
        described = new Described(Described.read(
                Person.script(port, "quansat", "demo").get("/api/docs").body()));
        walk = new ApiWalk(context, port);
    }

    @Test
    void namesEveryEndpointWithItsParametersAndNoOther() {
        Set<String> endpoints = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().isAnnotationPresent(RestController.class)) {
                endpoints.addAll(signatures(mapping, method));
            }
        });
        Set<String> described = new TreeSet<>();
        this.described.operations().forEach(operation -> described.add(signature(operation)));

        assertThat(described).isEqualTo(endpoints);
    }

    /** Each status of each operation, made to happen; what is described and cannot be made to happen fails. */
    @ParameterizedTest
    @MethodSource("answers")
    void answersAsDescribed(Operation operation, int status) {
        ApiWalk.Call call = walk.call(operation, status);

        HttpResponse<String> answer = call.send(operation.method());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        described.assertAnswer(operation, answer);
        if (status < 300 && operation.takesBody()) {
            described.assertTaken(operation, call.body());
        }
    }

    Stream<Object[]> answers() {
        return described.operations().stream()
                .flatMap(operation ->
                        operation.statuses().stream().map(status -> new Object[] {operation, Integer.valueOf(status)}));
    }

    /** Whoever asks for what is not theirs: a stranger, another union, an observer who would write. */
    @ParameterizedTest
    @MethodSource("operations")
    void refusesWhomItDoesNotConcern(Operation operation) {
        String path = walk.path(operation);
        String body = operation.takesBody() ? walk.body(operation) : null;
        List<String> headers = ApiWalk.headers(operation, body);

        described.assertAnswer(operation, Person.stranger(port).exchange(operation.method(), path, body, headers));
        for (String user : List.of("lilamacanbo", "quansat")) {
            if (operation.path().startsWith("/api/") && (user.equals("lilamacanbo") || operation.takesBody())) {
                HttpResponse<String> answer =
                        Person.script(port, user, "demo").exchange(operation.method(), path, body, headers);
                described.assertAnswer(operation, answer);
                assertThat(answer.statusCode()).as(user + " " + operation).isIn(allowed(operation));
            }
        }
    }

    Stream<Operation> operations() {
        return described.operations().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, 404, Không tìm thấy nội dung này.",
        "DELETE, /api/campaigns, 405, Không thực hiện được thao tác này tại đây.",
        "PATCH, /api/docs, 405, Không thực hiện được thao tác này tại đây."
    })
    void tellsInVietnameseWhatIsNotThere(String method, String path, int status, String sentence) {
        HttpResponse<String> answer = Person.script(port, "admin", "demo").exchange(method, path, null, List.of());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Described.read(answer.body()).path("detail").asText()).isEqualTo(sentence);
        assertThat(described.faults(
                        described.document().at("/components/schemas/Problem"), Described.read(answer.body())))
                .isEmpty();
    }

    @Test
    void showsAPageToPeopleWhoAreLoggedInAndTheLoginToOthers() {
        List<String> html = List.of("Accept", "text/html,application/xhtml+xml");

        HttpResponse<String> page = Person.loggedIn(port, "songdacanbo").exchange("GET", "/api/docs", null, html);

        assertThat(page.statusCode()).isEqualTo(200);
        described
                .operations()
                .forEach(operation -> assertThat(page.body())
                        .contains("id=\"" + operation.id() + "\"", operation.toString())
                        .contains(operation.node().path("summary").asText()));
        assertThat(page.body()).doesNotContain("??", "<script>", "http://", "https://");
        HttpResponse<String> stranger = Person.stranger(port).exchange("GET", "/api/docs", null, html);
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(stranger.headers().firstValue("location")).get().asString().endsWith("/login");
    }

    private static List<Integer> allowed(Operation operation) {
        boolean open = operation.path().startsWith("/api/docs")
                || operation.path().startsWith("/api/receipts/")
                || operation.path().equals("/api/campaigns");
        boolean ownLine =
                operation.path().endsWith("/units") && !operation.path().contains("synthesis")
                        || operation.path().equals("/api/campaigns/{code}")
                        || operation.path().contains("/documents");
        return operation.method().equals("GET") && (open || ownLine) ? List.of(200) : List.of(403, 404);
    }

    private static List<String> signatures(RequestMappingInfo mapping, HandlerMethod method) {
        List<String> signatures = new ArrayList<>();
        for (String path : mapping.getPatternValues()) {
            if (path.startsWith("/api/") || path.startsWith("/demo/")) {
                for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
                    signatures.add(verb + " " + path + " " + inputs(method));
                }
            }
        }
        return signatures;
    }

    private static Set<String> inputs(HandlerMethod method) {
        Set<String> inputs = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
            RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
            if (parameter.hasParameterAnnotation(RequestPart.class)) {
                inputs.add("body");
            } else if (parameter.hasParameterAnnotation(PathVariable.class)) {
                inputs.add("path " + name("", parameter) + " required");
            } else if (query != null) {
                boolean required = query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                inputs.add("query " + name(query.name(), parameter) + (required ? " required" : ""));
            } else if (header != null) {
                inputs.add("header " + name(header.name(), parameter) + (header.required() ? " required" : ""));
            } else if (parameter.hasParameterAnnotation(RequestBody.class)
                    || parameter.getParameterType() == InputStream.class) {
                inputs.add("body");
            }
        }
        return inputs;
    }

    private static String name(String given, MethodParameter parameter) {
        return given.isEmpty() ? parameter.getParameter().getName() : given;
    }

    private String signature(Operation operation) {
        Set<String> inputs = new TreeSet<>();
        for (JsonNode parameter : described.parameters(operation)) {
            // Spring answers this one wherever there is an entity tag.
            if (!parameter.path("name").asText().equals("If-None-Match")) {
                inputs.add(parameter.path("in").asText() + " "
                        + parameter.path("name").asText()
                        + (parameter.path("required").asBoolean() ? " required" : ""));
            }
        }
        if (operation.takesBody()) {
            inputs.add("body");
        }
        return operation + " " + inputs;
    }
}
