package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** The links in mails, followed with and without a login. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class GoPageIT {

    private static final String CODE = "TK.LIENKET-2017";
    private static final String TASK = "/camunda/app/tasklist/default/#/?task=";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CODE);
    }

    private static String target(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    @Test
    void leadsTheOfficerToTheOpenTask() {
        Person officer = Person.loggedIn(port, "songdacanbo");

        String target = target(officer.get("/go/" + CODE + "/SONGDA"));

        assertThat(target).startsWith(TASK);
        String task = officer.get(Person.ENGINE + "/task/" + target.substring(TASK.length()))
                .body();
        assertThat(task).contains("\"taskDefinitionKey\":\"UserTask_ReceivePlan\"");
    }

    @Test
    void asksForTheLoginFirstAndThenGoesToTheTask() {
        Person stranger = Person.stranger(port);

        assertThat(target(stranger.get("/go/" + CODE + "/SONGDA"))).isEqualTo("/login");
        String after = target(stranger.login("songdacanbo", "demo"));

        assertThat(after).isEqualTo("/go/" + CODE + "/SONGDA");
        assertThat(target(stranger.get(after))).startsWith(TASK);
        assertThat(stranger.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void stillLeadsThereAfterAWrongPassword() {
        Person stranger = Person.stranger(port).from("192.0.2.77");
        stranger.get("/go/" + CODE + "/SONGDA");

        assertThat(target(stranger.login("songdacanbo", "sai"))).isEqualTo("/login?error");
        assertThat(target(stranger.login("songdacanbo", "demo"))).isEqualTo("/go/" + CODE + "/SONGDA");
    }

    @Test
    void leadsWhoHasNoTaskThereToThePage() {
        assertThat(target(Person.loggedIn(port, "songdachutich").get("/go/" + CODE + "/SONGDA")))
                .isEqualTo("/reports/" + CODE + "/SONGDA");
        assertThat(target(Person.loggedIn(port, "quansat").get("/go/" + CODE + "/SONGDA")))
                .isEqualTo("/reports/" + CODE + "/SONGDA");
        assertThat(target(Person.loggedIn(port, "quansat").get("/go/" + CODE))).isEqualTo("/campaigns/" + CODE);
        assertThat(target(Person.loggedIn(port, "songdacanbo").get("/go/" + CODE)))
                .isEqualTo("/campaigns/" + CODE);
    }

    @Test
    void isNotThereForOthers() {
        Person other = Person.loggedIn(port, "lilamacanbo");

        assertThat(other.get("/go/" + CODE + "/SONGDA").statusCode()).isEqualTo(404);
        assertThat(other.get("/go/KHONG-CO").statusCode()).isEqualTo(404);
        assertThat(other.get("/go/KHONG-CO/SONGDA").statusCode()).isEqualTo(404);
        assertThat(Person.loggedIn(port, "quansat")
                        .get("/go/" + CODE + "/KHONGCO")
                        .statusCode())
                .isIn(302, 404);
    }
}
