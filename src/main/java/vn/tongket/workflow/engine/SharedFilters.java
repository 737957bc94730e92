package vn.tongket.workflow.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists of tasks in Tasklist, the same for everybody, by due date. Nobody makes others. */
@Component
class SharedFilters {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";

    private final FilterService filters;
    private final TaskService tasks;

    SharedFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Creates those that are missing; answers the ids of all. */
    List<String> provide() {
        return List.of(
                provide(
                        "Việc cần làm",
                        "Việc của tôi và việc của nhóm chưa có người nhận, việc gấp trước",
                        0,
                        tasks.createTaskQuery()
                                .or()
                                .taskAssigneeExpression(ME)
                                .taskCandidateGroupInExpression(MY_GROUPS)
                                .endOr()),
                provide(
                        "Việc của tôi",
                        "Việc tôi đã nhận",
                        10,
                        tasks.createTaskQuery().taskAssigneeExpression(ME)),
                provide(
                        "Việc của nhóm",
                        "Mọi việc của nhóm tôi, kể cả việc đồng nghiệp đã nhận",
                        20,
                        tasks.createTaskQuery()
                                .taskCandidateGroupInExpression(MY_GROUPS)
                                .includeAssignedTasks()));
    }

    private String provide(String name, String description, int priority, TaskQuery query) {
        Filter known = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (known != null) {
            return known.getId();
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("color", "#9d1c20");
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByDueDate().asc().orderByTaskCreateTime().asc());
        filter.setProperties(properties);
        return filters.saveFilter(filter).getId();
    }
}
