package vn.tongket.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tongket.cost.Statements.Taken;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportDrafting;
import vn.tongket.support.Person;
import vn.tongket.support.TestDatabase;

/**
 * What an officer's page costs the database while it is worked on: over HTTP, with a session, from the filter to the
 * answer. Statements of the session itself are counted here too.
 */
@Tag("own-jvm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CellCostIT {

    private static final Logger LOG = LoggerFactory.getLogger(CellCostIT.class);
    private static final SizedCampaign CAMPAIGN = new SizedCampaign("COSTCELL", 2);
    private static final int EMPTY = 1;
    private static final int FULL = 2;
    private static final long MOST = 10;

    private Product product;
    private int value = 1000;

    /** What a request took, and how much of it kept the session. */
    private record Request(Taken work, Taken session) {

        long sum() {
            return work.sum() + session.sum();
        }

        @Override
        public String toString() {
            return "%d statements, for the session %s, for the work %s".formatted(sum(), session, work);
        }
    }

    @BeforeAll
    void issue() {
        product = new Product(TestDatabase.fresh());
        product.prepare(CAMPAIGN);
        product.issue(CAMPAIGN);
        CAMPAIGN.write(product.bean(ReportDrafting.class), FULL);
        // The definition is read once in a node's life.
        typeCell(EMPTY);
        typeCell(FULL);
    }

    @AfterAll
    void close() {
        product.close();
    }

    @Test
    void savingOneCellTakesTheSameFewStatementsInAnEmptyAndInAFullReport() {
        Request empty = typeCell(EMPTY);
        Request full = typeCell(FULL);
        LOG.info("One cell: {}", full);

        assertThat(full).isEqualTo(empty);
        assertThat(full.sum()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void savingABlockTakesNoMoreThanOneCell() {
        String block = IntStream.rangeClosed(2008, 2017)
                .mapToObj(year -> "\"" + year + "\": {\"was\": \"...\", \"typed\": \"" + value++ + "\"}")
                .collect(Collectors.joining(", ", "{\"PL02.CM_DH\": {", "}}"));

        assertThat(put(FULL, block)).isEqualTo(typeCell(FULL));
    }

    @Test
    void sayingWhereOneIsTakesTheSameFewStatementsInAnEmptyAndInAFullReport() {
        Request empty = tellPresence(EMPTY);
        Request full = tellPresence(FULL);
        LOG.info("Presence: {}", full);

        assertThat(full).isEqualTo(empty);
        assertThat(full.sum()).isLessThanOrEqualTo(MOST);
    }

    private Request typeCell(int unit) {
        return put(unit, "{\"PL01.LD\": {\"2008\": {\"was\": %s, \"typed\": \"%d\"}}}".formatted(was(unit), ++value));
    }

    private String was(int unit) {
        var typed = product.bean(ReportDrafting.class)
                .figures(CAMPAIGN.code(), CAMPAIGN.unit(unit))
                .value();
        return typed.containsKey("PL01.LD") ? "\"" + typed.get("PL01.LD").get("2008") + "\"" : "null";
    }

    private Request put(int unit, String patch) {
        return request(unit, person -> {
            var answer = person.put(path(unit, "grid"), patch);
            assertThat(answer.body()).contains("\"refused\":[],\"changedByOthers\":[]");
            return answer;
        });
    }

    private Request tellPresence(int unit) {
        return request(unit, person -> person.post(path(unit, "presence"), "{\"place\": \"PL01.LD/2008\"}"));
    }

    private interface Call {
        HttpResponse<String> by(Person person);
    }

    private Request request(int unit, Call call) {
        Person officer = product.person(Step.login(CAMPAIGN.unit(unit), UnionRole.CAN_BO));
        Taken work = product.statements().of(() -> {
            var answer = call.by(officer);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        });
        return new Request(work, product.statements().sessions());
    }

    private static String path(int unit, String part) {
        return "/api/reports/" + CAMPAIGN.code() + "/" + CAMPAIGN.unit(unit) + "/" + part;
    }
}
