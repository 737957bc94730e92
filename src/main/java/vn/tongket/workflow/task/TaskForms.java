package vn.tongket.workflow.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The fields of each task's form as it was deployed with the task's model; read once. */
@Component
class TaskForms {

    private record Form(String processDefinitionId, String taskKey) {}

    private final Map<Form, List<FormField>> fields = new ConcurrentHashMap<>();

    List<FormField> fieldsOf(DelegateTask task) {
        return fields.computeIfAbsent(
                new Form(task.getProcessDefinitionId(), task.getTaskDefinitionKey()), form -> read(task));
    }

    private static List<FormField> read(DelegateTask task) {
        RepositoryService repository = task.getProcessEngineServices().getRepositoryService();
        String deployment =
                repository.getProcessDefinition(task.getProcessDefinitionId()).getDeploymentId();
        String file = ((UserTask) task.getBpmnModelElementInstance()).getCamundaFormRef() + ".form";
        String resource = repository.getDeploymentResourceNames(deployment).stream()
                .filter(name -> name.equals(file) || name.endsWith("/" + file))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The form is not deployed with its model: " + file));
        try (InputStream form = repository.getResourceAsStream(deployment, resource)) {
            return FormReader.read(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
