package vn.tongket.faults;

import static vn.tongket.cluster.GeneratedCampaign.CODE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.cluster.GeneratedCampaign;
import vn.tongket.cluster.People;
import vn.tongket.faults.ExpectedNotices.Unit;

/** What units and reviewers do between two dates: drawn from a seed, done in the product, told to the expectation. */
final class UnitChanges {

    private static final LocalDate FIRST_EXTENDED_DAY = LocalDate.of(2017, 11, 8);

    private final ExpectedNotices expected;
    private final People people;
    private final JdbcClient sql;
    private final Random random;

    UnitChanges(ExpectedNotices expected, People people, JdbcClient sql, long seed) {
        this.expected = expected;
        this.people = people;
        this.sql = sql;
        this.random = new Random(seed);
    }

    void happen(LocalDate today) {
        some(8, unit -> unit.underReview).forEach(this::accept);
        List<Unit> senders = some(8, unit -> unit.owes);
        send(senders);
        senders.forEach(expected::sent);
        some(2, unit -> unit.owes && unit.versions == 0).forEach(this::exempt);
        some(5, unit -> unit.owes && unit.versions == 0).forEach(this::extend);
        // Last: a return is told to the campaign's timers, which then look at all dates.
        some(4, unit -> unit.underReview).forEach(unit -> giveBack(unit, today));
    }

    /** Some send although, or because, they were told on that day, and no mail went out yet. */
    void happenBeforeTheMailOf(LocalDate day) {
        List<Unit> senders = some(8, unit -> expected.tells(unit, day));
        send(senders);
        senders.forEach(unit -> expected.sentInTime(unit, day));
    }

    /** Of 100 units so many, one at least, if there are that many of the kind. */
    private List<Unit> some(int percent, Predicate<Unit> kind) {
        List<Unit> units =
                new ArrayList<>(expected.units().stream().filter(kind).toList());
        Collections.shuffle(units, random);
        int share = Math.max(1, expected.units().size() * percent / 100);
        return units.subList(0, Math.min(units.size(), share));
    }

    private void send(List<Unit> units) {
        List<String> codes = units.stream().map(unit -> unit.code).toList();
        people.write(
                "admin",
                person -> person.post(
                        "/demo/samples", People.json(Map.of("campaign", CODE, "units", codes, "upTo", "submitted"))));
    }

    private void accept(Unit unit) {
        review(unit, Map.of("decision", "accept"));
        expected.accepted(unit);
    }

    private void giveBack(Unit unit, LocalDate today) {
        LocalDate due = today.plusDays(3 + random.nextInt(10));
        review(unit, Map.of("decision", "return", "reasons", "Cần bổ sung số liệu", "due", due.toString()));
        expected.returned(unit, due);
    }

    private void review(Unit unit, Map<String, Object> decision) {
        people.complete(
                GeneratedCampaign.staff("truongban"), CODE + "/" + unit.code, "UserTask_ReviewUnitReport", decision);
    }

    /** Only the rows that notices look at; who decides it, and how, is tested elsewhere. */
    private void extend(Unit unit) {
        LocalDate to = FIRST_EXTENDED_DAY.plusDays(random.nextInt(7));
        change(unit, "extended_to = cast(:to as date)", to.toString());
        expected.extended(unit, to);
    }

    private void exempt(Unit unit) {
        change(unit, "state = :to", "EXEMPT");
        expected.exempted(unit);
    }

    private void change(Unit unit, String what, String to) {
        sql.sql("""
                        update report set version = version + 1, %s
                        where id = (select p.id from participant p join campaign c on c.id = p.campaign_id
                            where c.code = :campaign and p.unit_code = :unit)""".formatted(what))
                .param("to", to)
                .param("campaign", CODE)
                .param("unit", unit.code)
                .update();
    }
}
