package vn.tongket.workflow.task;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The handlers of all user tasks, by the task's id in its model. */
@Component
public class TaskHandlers {

    private final Map<String, TaskHandler> byTask;

    TaskHandlers(List<TaskHandler> handlers) {
        byTask = handlers.stream().collect(Collectors.toUnmodifiableMap(TaskHandler::taskKey, Function.identity()));
    }

    /** The handler of that task; every user task has one. */
    public TaskHandler of(String taskKey) {
        TaskHandler handler = byTask.get(taskKey);
        if (handler == null) {
            throw new IllegalStateException("No handler for the user task " + taskKey);
        }
        return handler;
    }
}
