package vn.tongket.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticApplicationContext;
import vn.tongket.workflow.sample.SampleDelegate;

class ModelExpressionsTests {

    private final StaticApplicationContext beans = new StaticApplicationContext();
    private final ModelExpressions expressions = new ModelExpressions(beans);
    private final DelegateExecution execution = mock(DelegateExecution.class);

    @BeforeEach
    void fill() {
        beans.registerSingleton("sampleDelegate", SampleDelegate.class);
        beans.registerSingleton("foreign", java.util.concurrent.atomic.AtomicInteger.class);
        beans.registerSingleton("pbkdf2", ModelExpressionsTests.class);
        variable("unit", "SONGDA");
        variable("names", List.of("một", "hai"));
        variable("byCode", Map.of("a", 1));
    }

    @Test
    void letsAModelUseItsBeansAndVariables() {
        assertThat(value("${sampleDelegate.greet(unit)}")).isEqualTo("Xin chào SONGDA");
        assertThat(value("${unit == 'SONGDA' and not empty names}")).isEqualTo(true);
        assertThat(value("Viết báo cáo – ${unit}")).isEqualTo("Viết báo cáo – SONGDA");
        assertThat(value("${names[1]}")).isEqualTo("hai");
        assertThat(value("${byCode.a}")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${unit.class.forName('java.lang.Runtime')}",
                "${unit.getClass().forName('java.lang.Runtime')}",
                "${sampleDelegate.getClass()}",
                "${sampleDelegate.class}",
                "${names.getClass()}",
                "${byCode.getClass()}",
                "${names.stream()}",
                "${foreign}",
                "${pbkdf2}",
                "${foreign.get()}",
                "${JSON('{}')}",
                "${unknown}"
            })
    void refusesAllElse(String expression) {
        assertThatThrownBy(() -> value(expression)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void showsNoBeanToAQuery() {
        assertThatThrownBy(() -> value("${sampleDelegate}", null)).isInstanceOf(RuntimeException.class);
    }

    private void variable(String name, Object value) {
        given(execution.hasVariable(name)).willReturn(true);
        given(execution.getVariable(name)).willReturn(value);
    }

    private Object value(String expression) {
        return value(expression, execution);
    }

    private Object value(String expression, VariableScope scope) {
        return expressions.createValueExpression(expression).getValue(expressions.getElContext(scope));
    }
}
