package vn.tongket.operation;

import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the database, before production serves anybody, whether the application's role could change what is history: as
 * owner of a table or of the schema, as superuser, or by a right that somebody granted to it.
 */
@Component
@Profile("production")
@DependsOnDatabaseInitialization
class HistoryOutOfReach {

    HistoryOutOfReach(JdbcClient jdbc) {
        List<String> reached = jdbc.sql("""
                        select c.relname from pg_class c
                            join pg_namespace n on n.oid = c.relnamespace
                            join pg_roles r on r.rolname = current_user
                        where c.relkind = 'r' and n.nspname = current_schema()
                            and c.relname in ('decision', 'report_version', 'report_event')
                            and (r.rolsuper or r.rolcreaterole
                                or pg_has_role(c.relowner, 'MEMBER')
                                or pg_has_role(n.nspowner, 'MEMBER')
                                or has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER'))
                        order by c.relname""").query(String.class).list();
        if (!reached.isEmpty()) {
            throw new UnfitSettings(List.of("SPRING_DATASOURCE_USERNAME: vai trò này của cơ sở dữ liệu sửa, xóa được"
                    + " lịch sử báo cáo (bảng " + String.join(", ", reached) + "). Hãy dùng một vai trò không sở hữu"
                    + " gì, không có quyền quản trị, khác SPRING_FLYWAY_USER."));
        }
    }
}
