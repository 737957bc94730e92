package vn.tongket.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import vn.tongket.support.BareEngine;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess;
import vn.tongket.workflow.task.TaskBeans;
import vn.tongket.workflow.task.TaskHandlers;
import vn.tongket.workflow.unitreview.UnitReviewProcess;

/** Rules that every model and form keeps. */
class ProcessModelTests {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(\\w+).*}");
    private static final Pattern VIETNAMESE = Pattern.compile("[à-ỹĐđ]", Pattern.CASE_INSENSITIVE);
    /** The lock, refused while a sent report awaits review: it tries every hour for ten days. */
    private static final String WAITS_FOR_REVIEWS = "ServiceTask_LockCollection";

    private static final Set<String> CHECKED_TYPES =
            Set.of("textfield", "textarea", "number", "radio", "select", "checkbox", "datetime");

    enum Model {
        REVIEW_CAMPAIGN(ReviewCampaignProcess.KEY, ReviewCampaignProcess.class),
        UNIT_REVIEW(UnitReviewProcess.KEY, UnitReviewProcess.class);

        private final String key;
        private final Class<?> constants;
        private final BpmnModelInstance bpmn;

        Model(String key, Class<?> constants) {
            this.key = key;
            this.constants = constants;
            this.bpmn = Bpmn.readModelFromStream(stream("bpmn/" + key + ".bpmn"));
        }

        private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return bpmn.getModelElementsByType(type);
        }

        private Set<String> constants(String group) {
            return Arrays.stream(constants.getDeclaredClasses())
                    .filter(type -> type.getSimpleName().equals(group))
                    .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                    .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                    .map(Model::value)
                    .collect(Collectors.toSet());
        }

        private static String value(Field constant) {
            try {
                return (String) constant.get(null);
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNamedAfterItsFileAndKeepsHistoryForALimitedTime(Model model) {
        Process process = model.all(Process.class).iterator().next();

        assertThat(process.getId()).isEqualTo(model.key);
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        assertVietnamese(process.getName());
    }

    @ParameterizedTest
    @EnumSource
    void namesEachElementByKindVerbAndObject(Model model) {
        assertThat(model.all(FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId()).matches("[A-Z][A-Za-z]+_[A-Z][A-Za-z]+"));
        assertThat(model.all(UserTask.class))
                .allSatisfy(task -> assertThat(task.getId()).startsWith("UserTask_"));
        assertThat(model.all(ServiceTask.class))
                .allSatisfy(task -> assertThat(task.getId()).startsWith("ServiceTask_"));
        assertThat(model.all(SequenceFlow.class))
                .allSatisfy(flow -> assertThat(flow.getId()).startsWith("Flow_"));
    }

    @ParameterizedTest
    @EnumSource
    void labelsEveryStepInComposedVietnamese(Model model) {
        model.all(FlowNode.class).stream()
                .filter(node -> !(node instanceof ParallelGateway))
                .forEach(node -> assertVietnamese(node.getName()));
        model.all(SequenceFlow.class).stream()
                .filter(flow -> flow.getName() != null)
                .forEach(flow -> assertVietnamese(flow.getName()));
    }

    @ParameterizedTest
    @EnumSource
    void tellsPeopleAtEachTaskWhatToDoAndGivesThemItsForm(Model model) throws IOException {
        for (UserTask task : model.all(UserTask.class)) {
            assertThat(task.getDocumentations())
                    .as(task.getId())
                    .singleElement()
                    .extracting(Documentation::getTextContent)
                    .satisfies(help -> {
                        assertVietnamese(help);
                        assertThat(help.length()).isBetween(60, 600);
                    });
            assertThat(task.getCamundaFormRef()).isEqualTo(kebab(task.getId()));
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertForm(task.getCamundaFormRef(), model);
        }
    }

    private static void assertForm(String id, Model model) throws IOException {
        JsonNode form = new ObjectMapper().readTree(stream("forms/" + id + ".form"));
        assertThat(form.path("id").asText()).isEqualTo(id);
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(form.path("components").path(0).path("text").asText()).contains("**Hồ sơ**");
        String text = form.toString();
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        for (JsonNode component : form.path("components")) {
            if (!component.has("key")) {
                continue;
            }
            assertThat(component.path("type").asText()).isIn(CHECKED_TYPES);
            assertThat(model.constants("Variable"))
                    .as("a field is no process variable")
                    .doesNotContain(component.path("key").asText());
            // The browser's own messages are English: the server checks.
            assertThat(component.has("validate")).as(id + " " + component).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFormBelongsToATaskAndEveryTaskHasAHandler(Model model) {
        TaskHandlers handlers = BareEngine.bean(TaskHandlers.class);
        assertThat(ids(model.all(UserTask.class)))
                .containsExactlyInAnyOrderElementsOf(model.constants("Task"))
                .allSatisfy(task -> assertThat(handlers.of(task).roles()).isNotEmpty());
        Set<String> used = Stream.of(Model.values())
                .flatMap(each -> each.all(UserTask.class).stream())
                .map(task -> "forms/" + task.getCamundaFormRef() + ".form")
                .collect(Collectors.toSet());
        assertThat(BareEngine.resources().stream().filter(name -> name.startsWith("forms/")))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @EnumSource
    void preparesAndChecksEachTask(Model model) {
        for (UserTask task : model.all(UserTask.class)) {
            assertThat(task.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaTaskListener.class)
                            .list())
                    .as(task.getId())
                    .extracting(CamundaTaskListener::getCamundaEvent, CamundaTaskListener::getCamundaDelegateExpression)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("create", "${" + TaskBeans.PREPARE_TASK + "}"),
                            org.assertj.core.groups.Tuple.tuple("complete", "${" + TaskBeans.TAKE_DECISION + "}"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsBeansThatExist(Model model) {
        Set<String> called = model.all(ServiceTask.class).stream()
                .map(task -> inExpression(task.getCamundaDelegateExpression()))
                .collect(Collectors.toSet());

        assertThat(called).containsExactlyInAnyOrderElementsOf(model.constants("Bean"));
        assertThat(components()).containsAll(called).contains(TaskBeans.PREPARE_TASK, TaskBeans.TAKE_DECISION);
    }

    @ParameterizedTest
    @EnumSource
    void readsOnlyVariablesAndMessagesThatTheConstantsName(Model model) {
        Set<String> read = Stream.concat(
                        model.all(ConditionExpression.class).stream().map(BaseElement::getTextContent),
                        model.all(TimeDate.class).stream().map(BaseElement::getTextContent))
                .map(ProcessModelTests::inExpression)
                .collect(Collectors.toSet());

        assertThat(model.constants("Variable")).containsAll(read);
        assertThat(model.all(Message.class).stream().map(Message::getName))
                .containsExactlyInAnyOrderElementsOf(model.constants("Message"));
    }

    @ParameterizedTest
    @EnumSource
    void retriesWithPatienceWhateverRunsByItself(Model model) {
        Set<FlowNode> ofItself = new LinkedHashSet<>(model.all(FlowNode.class).stream()
                .filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
                .toList());
        model.all(CatchEvent.class).stream()
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .forEach(ofItself::add);

        assertThat(ofItself)
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                .singleResult()
                                .getTextContent())
                        .isEqualTo(node.getId().equals(WAITS_FOR_REVIEWS) ? "R240/PT1H" : "R5/PT5M"));
    }

    @ParameterizedTest
    @EnumSource
    void isDrawnWhole(Model model) {
        Set<String> drawn = Stream.concat(
                        model.all(BpmnShape.class).stream()
                                .map(shape -> shape.getBpmnElement().getId()),
                        model.all(BpmnEdge.class).stream()
                                .map(edge -> edge.getBpmnElement().getId()))
                .collect(Collectors.toSet());

        assertThat(drawn).containsAll(ids(model.all(FlowElement.class)));
        assertThat(model.all(Activity.class)).isNotEmpty();
    }

    private static List<String> ids(Collection<? extends BaseElement> elements) {
        return elements.stream().map(BaseElement::getId).toList();
    }

    private static String inExpression(String expression) {
        Matcher name = EXPRESSION.matcher(expression);
        assertThat(name.matches()).as(expression).isTrue();
        return name.group(1);
    }

    private static Set<String> components() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        return scanner.findCandidateComponents("vn.tongket.workflow").stream()
                .map(bean -> (String) org.springframework.core.annotation.AnnotationUtils.getValue(
                        load(bean.getBeanClassName()).getAnnotation(Component.class)))
                .collect(Collectors.toSet());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code UserTask_WriteUnitReport} to {@code write-unit-report}. */
    private static String kebab(String taskId) {
        return taskId.substring("UserTask_".length())
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static void assertVietnamese(String text) {
        assertThat(text).isNotBlank();
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as(text).isTrue();
        assertThat(VIETNAMESE.matcher(text).find()).as(text).isTrue();
    }

    private static InputStream stream(String resource) {
        return ProcessModelTests.class.getClassLoader().getResourceAsStream(resource);
    }
}
