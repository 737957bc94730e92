package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.tongket.support.TestDatabase;

/** A database of before there were hashes: its versions get theirs. */
class VersionHashMigrationIT {

    private static final String CONTENT = """
            {"answers":[],"attachments":[{"name":"quet.pdf","sha256":"aa"}],"campaign":"TK-2017","explanations":{},\
            "figures":{"PL01.LD":{"2008":"18500"}},"form":"tongket.report.content/1","lists":{},\
            "sections":{"MD.1":"Căn cứ"},"unit":"SONGDA","version":1}""";

    @Test
    void hashesTheVersionsThatWereSentBefore() {
        DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.fresh(), "postgres", "");
        migrate(database, "120");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("""
                -- Only what the migration reads; the rest of a campaign has no part in it.
                set session_replication_role = replica;
                insert into campaign (id, code, type, title, issuer_id, reports_to_id, state, plan, milestones, roll,
                        reminder_offsets, nominal_deadline, semantics, created_at, version)
                    values ('00000000-0000-0000-0000-00000000000a', 'TK-2017', 'FINAL', 'Tổng kết',
                        '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'COLLECTING',
                        '{}', '[]', 'none', '[]', '2017-11-05', 'BEFORE', now(), 0);
                insert into participant (id, campaign_id, unit_id, unit_code, unit_name, short_name, category, leaf,
                        required, position)
                    values ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000a',
                        '00000000-0000-0000-0000-000000000001', 'SONGDA', 'Sông Đà', 'Sông Đà', 'CDTCT', false, true, 1);
                insert into report (id, campaign_id, state, version)
                    values ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000a',
                        'ACCEPTED', 0);
                insert into report_attachment (id, report_id, part, name, media_type, size, sha256, content, added_by,
                        added_at, since_version, until_version)
                    values (gen_random_uuid(), '00000000-0000-0000-0000-00000000000b', 'OTHER', 'quet.pdf',
                            'application/pdf', 1, 'aa', '', 'a', now(), 1, 1),
                        (gen_random_uuid(), '00000000-0000-0000-0000-00000000000b', 'OTHER', 'sau.pdf',
                            'application/pdf', 1, 'bb', '', 'a', now(), 2, null);
                -- Before there were explanations.
                insert into report_version (report_id, number, document_number, signed_on, signed_by, sent_at, content)
                    values ('00000000-0000-0000-0000-00000000000b', 1, '12/BC-CĐ', '2017-10-20', 'songdachutich',
                        '2017-10-20 15:15:00.25+07',
                        '{"lists": {}, "sections": {"MD.1": "Căn cứ"}, "figures": {"PL01.LD": {"2008": "18500"}}}');
                set session_replication_role = default""").update();

        migrate(database, "122");

        String content = CanonicalReport.sha256(CONTENT.getBytes(StandardCharsets.UTF_8));
        String version = """
                {"campaign":"TK-2017","content":"%s","documentNumber":"12/BC-CĐ","form":"tongket.report.version/1",\
                "sentAt":"2017-10-20T08:15:00.250000Z","signedBy":"songdachutich","signedOn":"2017-10-20",\
                "unit":"SONGDA","version":1}""".formatted(content);
        assertThat(jdbc.sql("select content_hash, hash from report_version")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of(
                        "content_hash",
                        content,
                        "hash",
                        CanonicalReport.sha256(version.getBytes(StandardCharsets.UTF_8))));
    }

    private static void migrate(DriverManagerDataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                // The rights of the application's role are said of all tables, those of later versions too.
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
    }
}
