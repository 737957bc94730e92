package vn.tongket.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

@TongketIT
class LoginIT {

    private static final String NOWHERE = "/api/nowhere";

    @LocalServerPort
    private int port;

    @Test
    void logsInOnceForAllApplications() {
        Person admin = Person.loggedIn(port, "admin");

        assertThat(admin.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(admin.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(admin.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"admin\"");
    }

    @Test
    void turnsAStrangerAway() {
        Person stranger = Person.stranger(port);

        HttpResponse<String> api = stranger.get(NOWHERE);
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        assertThat(api.body()).contains("Đồng chí cần đăng nhập.");
        assertThat(stranger.get(Person.ENGINE + "/task").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/camunda/app/tasklist/default/").headers().firstValue("location"))
                .hasValueSatisfying(target -> assertThat(target).endsWith("/login"));
    }

    @Test
    void opensNothingOfTheActuatorButHealth() {
        Person admin = Person.loggedIn(port, "admin");

        assertThat(Person.stranger(port).get("/actuator/health").body())
                .isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
        assertThat(Person.script(port, "admin", "demo").get("/actuator/health").body())
                .contains("\"mail\":{\"status\":\"UP\"", "\"db\":{\"status\":\"UP\"");
        for (String user : new String[] {"songdacanbo", "quansat"}) {
            assertThat(Person.script(port, user, "demo").get("/actuator/health").body())
                    .doesNotContain("components");
            assertThat(Person.script(port, user, "demo")
                            .get("/actuator/prometheus")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(Person.stranger(port).get("/actuator/prometheus").statusCode())
                .isEqualTo(302);
        assertThat(admin.get("/actuator").statusCode()).isEqualTo(403);
        assertThat(admin.get("/actuator/env").statusCode()).isEqualTo(403);
    }

    @Test
    void takesNameAndPasswordWithEachCallOfTheApiOnly() {
        Person script = Person.script(port, "admin", "demo");

        assertThat(script.get(NOWHERE).statusCode()).isEqualTo(404);
        assertThat(script.post(NOWHERE, "{}").statusCode()).isEqualTo(404);
        assertThat(script.get(NOWHERE).headers().allValues("set-cookie")).isEmpty();
        assertThat(script.get(Person.ENGINE + "/task").statusCode()).isEqualTo(401);
        assertThat(Person.script(port, "admin", "wrong").get(NOWHERE).statusCode())
                .isEqualTo(401);
    }

    @Test
    void wantsTheTokenFromASession() {
        Person admin = Person.loggedIn(port, "admin");

        assertThat(admin.post(NOWHERE, "{}").statusCode()).isEqualTo(404);
        HttpResponse<String> forged = admin.withoutTokens().post(NOWHERE, "{}");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("Đồng chí không có quyền");
        assertThat(admin.withoutTokens().post(Person.ENGINE + "/task", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void closesTheLoginOfCamunda() {
        Person stranger = Person.stranger(port);

        for (String app : new String[] {"tasklist", "cockpit", "admin", "welcome"}) {
            HttpResponse<String> answer = stranger.postForm(
                    "/camunda/api/admin/auth/user/default/login/" + app, "username=admin&password=demo");
            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void endsTheSessionEverywhereWhenTasklistLogsOut() {
        Person admin = Person.loggedIn(port, "admin");
        Person sameSession = admin.withoutTokens();
        assertThat(sameSession.get(Person.ENGINE + "/task").statusCode()).isEqualTo(200);

        assertThat(admin.postForm("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(200);

        assertThat(sameSession.get(Person.ENGINE + "/task").statusCode()).isEqualTo(401);
        assertThat(sameSession.get(NOWHERE).statusCode()).isEqualTo(401);
    }

    @Test
    void endsTheSessionEverywhereWhenAPageLogsOut() {
        Person admin = Person.loggedIn(port, "admin");
        Person sameSession = admin.withoutTokens();
        assertThat(sameSession.get(Person.ENGINE + "/task").statusCode()).isEqualTo(200);

        assertThat(admin.postForm("/logout", "").headers().firstValue("location"))
                .hasValueSatisfying(target -> assertThat(target).endsWith("/login?logout"));

        assertThat(sameSession.get(Person.ENGINE + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    void cannotBeLoggedOutByAForeignPage() {
        Person admin = Person.loggedIn(port, "admin");
        Person foreign = admin.withoutTokens();

        assertThat(foreign.postForm("/logout", "").statusCode()).isEqualTo(403);
        assertThat(foreign.get("/logout").body()).contains("Đồng chí muốn đăng xuất?");

        assertThat(admin.get(Person.ENGINE + "/task").statusCode()).isEqualTo(200);
    }

    @Test
    void makesAGuesserWaitButNotThePersonHimself() {
        Person guesser = Person.stranger(port).from("203.0.113.7");
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.login("admin", "wrong" + i).headers().firstValue("location"))
                    .hasValueSatisfying(target -> assertThat(target).endsWith("/login?error"));
        }

        assertThat(guesser.login("admin", "demo").headers().firstValue("location"))
                .hasValueSatisfying(target -> assertThat(target).endsWith("/login?wait"));
        assertThat(guesser.get("/login?wait").body()).contains("Đã nhập sai quá nhiều lần.");

        Person admin = Person.stranger(port).from("203.0.113.8");
        assertThat(admin.login("admin", "demo").headers().firstValue("location"))
                .hasValueSatisfying(target -> assertThat(target).doesNotContain("login"));
    }

    @Test
    void tellsAPageThatIsMissingInVietnamese() {
        HttpResponse<String> page = Person.loggedIn(port, "admin").get("/nowhere");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Không tìm thấy nội dung này.");
    }

    @Test
    void letsItsPagesBeFramedByItselfOnly() {
        HttpResponse<String> page = Person.stranger(port).get("/login");

        assertThat(page.headers().firstValue("x-frame-options")).hasValue("SAMEORIGIN");
        assertThat(page.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'self'"));
    }
}
