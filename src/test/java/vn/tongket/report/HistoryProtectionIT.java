package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TestDatabase;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** PostgreSQL refuses to change what was decided, signed and done: to the application's role, and to the owner too. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryProtectionIT {

    private static final String CAMPAIGN = "TK.PROTECTED-2017";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient application;

    @Value("${spring.flyway.url}")
    private String ownersUrl;

    private JdbcClient owner;
    private UUID report;

    /** Versions, one with a file, a return, decisions and events: nothing is refused for lack of rows. */
    @BeforeAll
    void sign() throws Exception {
        owner = JdbcClient.create(new DriverManagerDataSource(ownersUrl, TestDatabase.OWNER, ""));
        IssuedCampaign.of(context, CAMPAIGN);
        WholeReport written = WholeReport.written(context, CAMPAIGN, "SONGDA");
        var file = Files.createTempFile("scan", ".pdf");
        Files.write(file, SampleFiles.pdf("ban chup"));
        context.getBean(ReportAttachments.class)
                .add(CAMPAIGN, "SONGDA", Attachment.Part.SIGNED_SCAN, "scan.pdf", file, "songdacanbo");
        Files.delete(file);
        written.sent().returned("MD.1").signedAgain();
        // Without the process, which a recall needs: the row alone.
        application.sql("""
                        insert into report_recall (report_id, version, recalled_at)
                        select v.report_id, v.number, now() from report_version v
                        join participant p on p.id = v.report_id join campaign c on c.id = p.campaign_id
                        where c.code = ? and v.number = 2""").param(CAMPAIGN).update();
        report = application.sql("""
                        select p.id from participant p join campaign c on c.id = p.campaign_id
                        where c.code = ? and p.unit_code = 'SONGDA'""").param(CAMPAIGN).query(UUID.class).single();
    }

    @Test
    void theApplicationWorksAsARoleThatOwnsNothing() {
        assertThat(application.sql("select current_user").query(String.class).single())
                .isEqualTo(TestDatabase.APPLICATION);
        assertThat(application.sql("""
                        select count(*) from pg_class c join pg_roles r on r.oid = c.relowner
                        where r.rolname = current_user""").query(Integer.class).single()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update decision set actor = 'x'",
                "update report_event set at = now()",
                "update report_version set content = '{}'",
                "update report_version set document_number = '1'",
                "update report_attachment set content = ''",
                "update report_return set due = '2099-12-31'",
                "update report_recall set recalled_at = now()",
                "delete from decision",
                "delete from report_event",
                "delete from report_version",
                "delete from report_return",
                "delete from report_recall",
                "truncate return_reason",
                "truncate decision",
                "truncate report_event",
                "truncate report_version cascade",
                "truncate report_attachment",
                "drop table report_event",
                "alter table decision rename to decided",
                "alter table report_event disable trigger all",
                "alter table report_version disable trigger report_version_stays",
                "drop trigger decision_stays on decision",
                "drop function refuse_change() cascade",
                "create or replace function refuse_change() returns trigger language sql as 'select null'",
                "set session_replication_role = replica",
                "set role postgres",
                "create table decision_2 (id integer)",
                "delete from extension_request",
                "update extension_unit set day_before = '2099-12-31'",
                "delete from extension_unit",
                "truncate extension_request cascade",
                "delete from flyway_schema_history"
            })
    void theApplicationsRoleIsRefused(String attack) {
        assertRefused(application, attack, "permission denied|must be owner|must be a member");
    }

    /** PostgreSQL only warns that nothing was granted. */
    @Test
    void theApplicationsRoleGrantsItselfNothing() {
        application.sql("grant update, delete on decision to current_user").update();

        assertRefused(application, "delete from decision", "permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update decision set actor = 'x'",
                "update report_event set at = now()",
                "update report_version set content = '{}' where report_id = :report",
                "update report_version set incoming_number = 7, signed_by = 'x' where report_id = :report",
                "update report_attachment set name = 'x.pdf' where report_id = :report",
                "update report_attachment set since_version = 2 where report_id = :report",
                "update report_return set due = '2099-12-31' where report_id = :report",
                "update return_reason set words = 'x' where report_id = :report",
                "update return_reason set answer = 'x', named_by = 'x' where report_id = :report",
                "delete from return_reason where report_id = :report",
                "update report_recall set recalled_at = now() where report_id = :report",
                "delete from report_recall where report_id = :report",
                "delete from report_return where report_id = :report",
                "delete from decision",
                "delete from report_event",
                "delete from report_version where report_id = :report",
                "delete from report_attachment where report_id = :report",
                "truncate decision",
                "truncate report_event",
                "truncate report_version cascade",
                "truncate report_attachment",
                "truncate report_return cascade",
                "truncate return_reason"
            })
    void theOwnerIsRefusedByTheTriggers(String change) {
        assertRefused(owner, change, "never (changed|deleted)");
    }

    @Test
    void aFileOfASignedVersionIsNotDeletedByTheApplicationEither() {
        assertRefused(
                application,
                "delete from report_attachment where report_id = :report",
                "a file of a signed version is never deleted");
    }

    @Test
    void whatWasAskedAtAReturnStaysAndOnlyTheAnswerMayChange() {
        String change = "update return_reason set %s where report_id = :report";
        assertThat(application
                        .sql(change.formatted("answer = 'Đã sửa.'"))
                        .param("report", report)
                        .update())
                .isEqualTo(1);

        assertRefused(application, change.formatted("words = 'x'"), "a reason that was sent out is never changed");
        assertRefused(
                application,
                "delete from return_reason where report_id = :report",
                "a reason that was sent out is never deleted");
    }

    @Test
    void anIncomingNumberIsGivenOnceAndStays() {
        String number = "update report_version set incoming_number = %d where report_id = :report and number = 2";
        assertThat(application.sql(number.formatted(7)).param("report", report).update())
                .isEqualTo(1);

        assertRefused(application, number.formatted(8), "a signed version is never changed");
    }

    private void assertRefused(JdbcClient role, String change, String reason) {
        var statement = role.sql(change);
        assertThatThrownBy(() -> (change.contains(":report") ? statement.param("report", report) : statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsPattern(reason);
    }
}
