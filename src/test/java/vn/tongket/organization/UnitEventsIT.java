package vn.tongket.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.tongket.cost.Statements;
import vn.tongket.organization.UnitEvent.State;
import vn.tongket.support.TestClock;
import vn.tongket.support.TestDatabase;

/**
 * What closures, transfers and mergers do to the tree, and when not, on a database that nobody else uses. The tree:
 * TREN above TAY and DONG; TAY above T1, T2, T3; DONG above D1; NGOAI beside it, guided by TAY.
 */
class UnitEventsIT {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final LocalDate BEFORE = DAY.minusDays(1);
    private static final LocalDate LONG_AGO = LocalDate.of(2017, 10, 1);

    private static DriverManagerDataSource database;
    private static JdbcClient jdbc;

    private final TestClock clock = new TestClock();
    private UnitEventRows rows;
    private UnitEvents events;
    private UnitTree tree;

    @BeforeAll
    static void migrate() {
        database = new DriverManagerDataSource(TestDatabase.fresh(), TestDatabase.OWNER, "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        jdbc.sql("insert into unit_category (code, label, tier, position) values ('CDTCT', 'Tổng công ty', 'upper', 1)")
                .update();
    }

    @BeforeEach
    void plant() {
        List.of("former_parent", "unit_event", "union_unit")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        unit("TREN", null);
        unit("TAY", "TREN");
        unit("DONG", "TREN");
        unit("NGOAI", null);
        List.of("T1", "T2", "T3").forEach(code -> unit(code, "TAY"));
        unit("D1", "DONG");
        set("NGOAI", "guided_by_id = (select id from union_unit where code = 'TAY')");
        clock.set("2025-03-03T00:00");
        rows = new UnitEventRows(jdbc);
        events = events(database);
        tree = new UnitTree(jdbc);
    }

    private UnitEvents events(DataSource source) {
        JdbcClient client = JdbcClient.create(source);
        return new UnitEvents(
                new UnitEventRows(client),
                new UnitEventObstacles(client),
                new UnitEventEffects(client, new FormerParents(client)),
                client,
                new DataSourceTransactionManager(source),
                clock);
    }

    @Test
    void waitsForTheDayAndIsCarriedOutOnce() {
        announce(transfer(DAY, "TAY", "DONG", "T1", "T3"));

        assertThat(events.applyDue(BEFORE)).isEmpty();
        assertThat(parent("T1")).isEqualTo("TAY");
        assertThatThrownBy(() -> events.requireApplied(DAY)).hasMessageContaining("đang được áp dụng");

        List<UnitEvent> done = events.applyDue();
        assertThat(done).hasSize(1).first().satisfies(event -> {
            assertThat(event.state()).isEqualTo(State.APPLIED);
            assertThat(event.settledOn()).isEqualTo(DAY);
        });
        assertThat(parent("T1")).isEqualTo("DONG");
        events.requireApplied(DAY);

        // Back by hand: were it carried out again, this would not last.
        jdbc.sql("update union_unit set parent_id = (select id from union_unit where code = 'TAY') where code = 'T1'")
                .update();
        assertThat(events.applyDue(DAY.plusYears(1))).isEmpty();
        assertThat(parent("T1")).isEqualTo("TAY");
    }

    @Test
    void knowsTheTreeOfEachDay() {
        announce(
                transfer(DAY, "TAY", "DONG", "T1", "T3"),
                transfer(DAY.plusYears(1), "DONG", "TREN", "T1"),
                transfer(DAY.plusYears(2), "TREN", "TAY", "DONG"));

        events.applyDue(DAY.plusYears(2));

        assertThat(tree.childrenOn("TAY", BEFORE)).containsExactly("T1", "T2", "T3");
        assertThat(tree.childrenOn("DONG", BEFORE)).containsExactly("D1");
        assertThat(tree.childrenOn("TAY", DAY)).containsExactly("T2");
        assertThat(tree.childrenOn("DONG", DAY)).containsExactly("T1", "T3", "D1");
        assertThat(tree.childrenOn("DONG", DAY.plusYears(1))).containsExactly("T3", "D1");
        assertThat(tree.childrenOn("TREN", DAY.plusYears(1))).containsExactly("TAY", "DONG", "T1");
        assertThat(tree.ancestorsOn("T1", BEFORE)).containsExactly("TAY", "TREN");
        assertThat(tree.ancestorsOn("T1", DAY)).containsExactly("DONG", "TREN");
        assertThat(tree.ancestorsOn("T1", DAY.plusYears(1))).containsExactly("TREN");
        assertThat(tree.ancestorsOn("T3", DAY.plusYears(2))).containsExactly("DONG", "TAY", "TREN");
        assertThat(tree.ancestorsOn("TREN", DAY)).isEmpty();
    }

    @Test
    void closesAfterTheDayBefore() {
        announce(close(DAY, "T2"));

        events.applyDue();

        assertThat(lastDay("T2")).isEqualTo(BEFORE);
        assertThat(tree.childrenOn("TAY", BEFORE)).contains("T2");
        assertThat(tree.childrenOn("TAY", DAY)).containsExactly("T1", "T3");
    }

    @Test
    void goesOnAfterAMergerWithWhoWasBelowAndWhoWasGuided() {
        announce(merge(DAY, "DONG", "TAY"));

        events.applyDue();

        assertThat(lastDay("TAY")).isEqualTo(BEFORE);
        assertThat(
                        one(
                                "select s.code from union_unit u join union_unit s on s.id = u.successor_id where u.code = 'TAY'"))
                .isEqualTo("DONG");
        assertThat(tree.childrenOn("DONG", DAY)).containsExactly("T1", "T2", "T3", "D1");
        assertThat(tree.childrenOn("TAY", BEFORE)).containsExactly("T1", "T2", "T3");
        assertThat(tree.childrenOn("TAY", DAY)).isEmpty();
        assertThat(tree.childrenOn("TREN", DAY)).containsExactly("DONG");
        assertThat(guide("NGOAI")).isEqualTo("DONG");
    }

    @Test
    void makesNobodyItsOwnGuideNorGuidesItTwice() {
        set("D1", "guided_by_id = (select id from union_unit where code = 'TAY')");
        set("DONG", "guided_by_id = (select id from union_unit where code = 'TAY')");
        announce(merge(DAY, "DONG", "TAY"), transfer(DAY.plusDays(1), null, "DONG", "NGOAI"));

        events.applyDue(DAY);
        assertThat(guide("D1")).isNull();
        assertThat(guide("DONG")).isNull();
        assertThat(guide("NGOAI")).isEqualTo("DONG");

        events.applyDue(DAY.plusDays(1));
        assertThat(parent("NGOAI")).isEqualTo("DONG");
        assertThat(guide("NGOAI")).isNull();
    }

    /** In the file the closure stands first. */
    @Test
    void movesBeforeItMergesAndMergesBeforeItClosesOnOneDay() {
        announce(close(DAY, "TAY"), merge(DAY, "D1", "T2"), transfer(DAY, "TAY", "DONG", "T1", "T3"));

        assertThat(events.applyDue())
                .extracting(UnitEvent::kind, UnitEvent::state)
                .containsExactly(
                        tuple(UnitEvent.Kind.TRANSFER, State.APPLIED),
                        tuple(UnitEvent.Kind.MERGE, State.APPLIED),
                        tuple(UnitEvent.Kind.CLOSE, State.APPLIED));
        assertThat(tree.childrenOn("DONG", DAY)).containsExactly("T1", "T3", "D1");
    }

    @Test
    void closesAUnitTogetherWithThoseBelowIt() {
        announce(close(DAY, "TAY", "T1", "T2", "T3"));

        events.applyDue();

        assertThat(tree.childrenOn("TREN", DAY)).containsExactly("DONG");
        assertThat(lastDay("T3")).isEqualTo(BEFORE);
    }

    /** A leap of years over several changes of the same unit, as after a long stop. */
    @Test
    void catchesUpInTheOrderOfTheDays() {
        announce(
                close(DAY.plusYears(2), "T1"),
                transfer(DAY.plusYears(1), "DONG", "TREN", "T1"),
                transfer(DAY, "TAY", "DONG", "T1"));

        assertThat(events.applyDue(DAY.plusYears(3)))
                .extracting(UnitEvent::day)
                .containsExactly(DAY, DAY.plusYears(1), DAY.plusYears(2));
        assertThat(parent("T1")).isEqualTo("TREN");
        assertThat(lastDay("T1")).isEqualTo(DAY.plusYears(2).minusDays(1));
    }

    @ParameterizedTest(name = "{0} {1} from {2} to {3}: {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "transfer | T1    | DONG | TREN | Cấp trên hiện nay không phải là DONG: Số T1 (T1) thuộc TAY.",
                "transfer | NGOAI | DONG | TREN | Cấp trên hiện nay không phải là DONG: Số NGOAI (NGOAI) không có cấp trên.",
                "transfer | T1,XX | TAY  | DONG | Không có đơn vị XX.",
                "transfer | T1    | YY   | ZZ   | Không có đơn vị YY, ZZ.",
                "transfer | TAY   | TREN | T1   | Đơn vị nhận nằm trong hoặc dưới Số TAY (TAY).",
                "transfer | TAY   | TREN | TAY  | Đơn vị nhận nằm trong hoặc dưới Số TAY (TAY).",
                "transfer | T1    | TAY  | CU   | Đơn vị nhận Số CU (CU) không hoạt động vào ngày này.",
                "transfer | CU    | TREN | TAY  | Số CU (CU) đã chấm dứt hoạt động trước ngày này.",
                "transfer | MOI   | TREN | TAY  | Số MOI (MOI) chưa thành lập vào ngày này.",
                "transfer | T1    | TAY  | -    | Không nêu đơn vị nhận.",
                "transfer | ''    | TAY  | DONG | Không nêu đơn vị nào.",
                "merge    | TAY   | -    | T1   | Đơn vị nhận nằm trong hoặc dưới Số TAY (TAY).",
                "merge    | CU    | -    | TAY  | Số CU (CU) đã chấm dứt hoạt động trước ngày này.",
                "merge    | T1    | -    | CU   | Đơn vị nhận Số CU (CU) không hoạt động vào ngày này.",
                "close    | CU    | -    | -    | Số CU (CU) đã chấm dứt hoạt động trước ngày này.",
                "close    | MOI   | -    | -    | Số MOI (MOI) chưa thành lập vào ngày này.",
                "close    | TAY,T1| -    | -    | 'Còn đơn vị trực thuộc chưa được chuyển đi: Số T2 (T2), Số T3 (T3).'"
            })
    void changesNothingWhenItDoesNotFitAndSaysWhy(
            String kind, String units, @Nullable String from, @Nullable String to, String reason) {
        unit("CU", "TREN");
        set("CU", "valid_to = date '2024-12-31'");
        unit("MOI", "TREN");
        set("MOI", "valid_from = date '2025-03-04'");
        String before = fingerprint();
        announce(new OrganizationFile.HistoryEvent(
                DAY, kind, units.isEmpty() ? List.of() : List.of(units.split(",")), from, to, null));

        UnitEvent event = events.applyDue().get(0);

        assertThat(event.state()).isEqualTo(State.REFUSED);
        assertThat(event.refusal()).isEqualTo(reason);
        assertThat(event.settledOn()).isEqualTo(DAY);
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(events.applyDue(DAY.plusYears(1))).as("looked at once").isEmpty();
    }

    /** An event of 2025 that arrives when the unit has moved in 2026 already. */
    @Test
    void doesNotRewriteWhatCameAfterIt() {
        announce(transfer(DAY.plusYears(1), "TAY", "DONG", "T1"));
        events.applyDue(DAY.plusYears(1));
        announce(transfer(DAY, "DONG", "TREN", "T1"), close(DAY.plusDays(1), "T1"), merge(DAY, "TREN", "DONG"));

        assertThat(events.applyDue(DAY.plusYears(1)))
                .extracting(UnitEvent::refusal)
                .containsExactly(
                        "Số T1 (T1) đã đổi cấp trên sau ngày này.",
                        "Số T1 (T1), trực thuộc đơn vị sáp nhập, đã đổi cấp trên sau ngày này.",
                        "Số T1 (T1) đã đổi cấp trên sau ngày này.");
        assertThat(tree.childrenOn("TAY", DAY)).contains("T1");
    }

    /** The file's {@code valid_to} and its event tell of the same end. */
    @Test
    void mayEndOnTheDayThatTheFileSays() {
        set("T1", "valid_to = date '2025-03-02'");
        announce(merge(DAY, "T2", "T1"));

        assertThat(events.applyDue()).extracting(UnitEvent::state).containsExactly(State.APPLIED);
        assertThat(
                        one(
                                "select s.code from union_unit u join union_unit s on s.id = u.successor_id where u.code = 'T1'"))
                .isEqualTo("T2");
    }

    @Test
    void isTriedAgainWhenAFileBringsItAgainAndKeepsWhatWasCarriedOut() {
        var moves = transfer(DAY, "TAY", "DONG", "T1");
        var wrong = transfer(DAY, "DONG", "TREN", "T2");
        announce(moves, wrong);
        assertThat(events.applyDue()).extracting(UnitEvent::state).containsExactly(State.APPLIED, State.REFUSED);

        announce(moves, transfer(DAY, "TAY", "TREN", "T2"));

        assertThat(events.applyDue()).extracting(UnitEvent::state).containsExactly(State.APPLIED);
        assertThat(parent("T2")).isEqualTo("TREN");
        assertThat(events.counts()).containsOnly(Map.entry(State.APPLIED, 2));
    }

    @Test
    void leavesAloneWhatTheTreeOfTheFileHasAlreadyAndWhatIsANote() {
        String before = fingerprint();
        rows.save(
                List.of(
                        transfer(DAY, "DONG", "TAY", "T1"),
                        new OrganizationFile.HistoryEvent(DAY, "note", List.of(), null, null, "Đại hội")),
                DAY);

        assertThat(events.applyDue(DAY.plusYears(1))).isEmpty();

        assertThat(fingerprint()).isEqualTo(before);
        assertThat(events.page(Optional.empty(), 0))
                .extracting(UnitEvent::state)
                .containsExactly(State.IN_TREE, State.NOTE);
    }

    @Test
    void isCarriedOutOnceByNodesThatTryTogether() throws Exception {
        for (int i = 0; i < 20; i++) {
            announce(transfer(DAY.plusDays(i), i % 2 == 0 ? "TAY" : "DONG", i % 2 == 0 ? "DONG" : "TAY", "T1"));
        }
        List<Callable<List<UnitEvent>>> nodes = IntStream.range(0, 4)
                .mapToObj(
                        i -> (Callable<List<UnitEvent>>) () -> events(database).applyDue(DAY.plusYears(1)))
                .toList();
        var threads = Executors.newFixedThreadPool(4);
        List<UnitEvent> settled = new ArrayList<>();
        try {
            for (var node : threads.invokeAll(nodes)) {
                settled.addAll(node.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(settled).hasSize(20).allMatch(event -> event.state() == State.APPLIED);
        assertThat(parent("T1")).isEqualTo("TAY");
        assertThat(one("select count(*)::text from former_parent")).isEqualTo("20");
    }

    @Test
    void takesTheSameStatementsForAThousandUnitsAsForThree() {
        jdbc.sql("""
                        insert into union_unit (id, code, group_key, name, short_name, category, parent_id, reporting_mode,
                            sort_order, version)
                        select gen_random_uuid(), 'N' || i, 'N' || i, 'N' || i, 'N' || i, 'CDTCT', u.id, 'REQUIRED', i, 0
                        from generate_series(0, 999) i, union_unit u where u.code = 'TREN'""").update();
        String[] many = IntStream.range(0, 1000).mapToObj(i -> "N" + i).toArray(String[]::new);
        announce(transfer(DAY, "TAY", "DONG", "T1", "T2", "T3"));
        long few = statements(DAY);
        announce(transfer(DAY.plusDays(1), "TREN", "DONG", many));
        assertThat(statements(DAY.plusDays(1))).isEqualTo(few);
        assertThat(tree.childrenOn("DONG", DAY.plusDays(1))).hasSize(1004);

        announce(merge(DAY.plusDays(2), "TAY", "D1"));
        long alone = statements(DAY.plusDays(2));
        announce(merge(DAY.plusDays(3), "TAY", "DONG"));
        assertThat(statements(DAY.plusDays(3))).isEqualTo(alone);
        assertThat(tree.childrenOn("TAY", DAY.plusDays(3))).hasSize(1003);
    }

    private long statements(LocalDate day) {
        Statements statements = new Statements();
        UnitEvents counted = events(statements.counted(database));
        return statements
                .of(() -> assertThat(counted.applyDue(day))
                        .extracting(UnitEvent::state)
                        .containsExactly(State.APPLIED))
                .sum();
    }

    private static OrganizationFile.HistoryEvent transfer(
            LocalDate day, @Nullable String from, String to, String... units) {
        return new OrganizationFile.HistoryEvent(day, "transfer", List.of(units), from, to, null);
    }

    private static OrganizationFile.HistoryEvent merge(LocalDate day, String to, String... units) {
        return new OrganizationFile.HistoryEvent(day, "merge", List.of(units), null, to, null);
    }

    private static OrganizationFile.HistoryEvent close(LocalDate day, String... units) {
        return new OrganizationFile.HistoryEvent(day, "close", List.of(units), null, null, null);
    }

    private void announce(OrganizationFile.HistoryEvent... announced) {
        rows.save(List.of(announced), LONG_AGO);
    }

    private static void unit(String code, @Nullable String parent) {
        jdbc.sql("""
                        insert into union_unit (id, code, group_key, name, short_name, category, parent_id, reporting_mode,
                            sort_order, version)
                        values (gen_random_uuid(), :code, :key, :name, :short, 'CDTCT',
                            (select id from union_unit where code = :parent), 'REQUIRED',
                            (select count(*) from union_unit), 0)""")
                .param("code", code)
                .param("key", code.toUpperCase(Locale.ROOT))
                .param("name", "Công đoàn " + code)
                .param("short", "Số " + code)
                .param("parent", parent)
                .update();
    }

    private static void set(String code, String assignment) {
        jdbc.sql("update union_unit set " + assignment + " where code = ?")
                .param(code)
                .update();
    }

    private static @Nullable String parent(String code) {
        return one("select p.code from union_unit u left join union_unit p on p.id = u.parent_id where u.code = '"
                + code + "'");
    }

    private static @Nullable String guide(String code) {
        return one("select g.code from union_unit u left join union_unit g on g.id = u.guided_by_id where u.code = '"
                + code + "'");
    }

    private static LocalDate lastDay(String code) {
        return LocalDate.parse(one("select valid_to::text from union_unit where code = '" + code + "'"));
    }

    private static @Nullable String one(String sql) {
        return jdbc.sql(sql)
                .query((row, i) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private static String fingerprint() {
        return one("""
                select string_agg(u::text, ' ' order by u.code) || coalesce((select string_agg(f::text, ' ') from former_parent f), '')
                from union_unit u""");
    }
}
