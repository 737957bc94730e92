package vn.tongket.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.tongket.support.TestDatabase;

/** Returns of before there were places and answers keep every reason, in order, with who named it and when. */
class ReturnReasonMigrationIT {

    private final DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.fresh(), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void takesOverTheReasonsOfEarlierReturns() {
        migrate("115");
        // The campaign and its participants are beside the point.
        jdbc.sql("""
                        set session_replication_role = replica;
                        insert into report (id, campaign_id, state, version)
                        values ('00000000-0000-0000-0000-0000000000aa', gen_random_uuid(), 'RETURNED', 1);
                        insert into report_return (id, report_id, version, actor, returned_at, due, reasons) values
                            ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-0000000000aa', 2,
                             'truongban', '2017-11-08 09:00+07', '2017-11-10',
                             '[{"target": null, "reason": "Chưa đóng dấu"}]'),
                            ('00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-0000000000aa', 1,
                             'tuyengiao', '2017-11-06 09:00+07', '2017-11-07',
                             '[{"target": "PL02", "reason": "sai đơn vị tính"},
                               {"target": "P1.I.1", "reason": "thiếu: số liệu"}]')""").update();

        migrate("125");

        List<String> reasons = jdbc.sql("""
                        select concat_ws('|', right(return_id::text, 1), coalesce(place, '-'), coalesce(listed, '-'),
                            words, named_by, named_at at time zone 'Asia/Ho_Chi_Minh', coalesce(answer, '-'))
                        from return_reason order by position""").query(String.class).list();
        assertThat(reasons)
                .containsExactly(
                        "a|PL02|-|sai đơn vị tính|tuyengiao|2017-11-06 09:00:00|-",
                        "a|P1.I.1|-|thiếu: số liệu|tuyengiao|2017-11-06 09:00:00|-",
                        "b|-|-|Chưa đóng dấu|truongban|2017-11-08 09:00:00|-");
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database)
                .skipDefaultCallbacks(true)
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }
}
