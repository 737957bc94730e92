package db.migration;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The process engine's own tables, from the scripts in its jar, with the one index it lacks (design.md, section 1). */
public class V001__EngineSchema extends BaseJavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        for (String part : PARTS) {
            var script =
                    new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql");
            ScriptUtils.executeSqlScript(connection, new EncodedResource(script, "UTF-8"));
        }
        try (var statement = connection.createStatement()) {
            // Without it every task completion scans all open tasks for sub-tasks.
            statement.execute("create index ACT_IDX_TASK_PARENT_TASK_ID on ACT_RU_TASK (PARENT_TASK_ID_)");
        }
    }
}
