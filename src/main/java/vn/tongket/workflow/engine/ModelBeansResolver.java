package vn.tongket.workflow.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * First of all resolvers. Resolves the beans of the models' packages ({@code vn.tongket.workflow.<model>}) by name and
 * their own methods, reads a few things of the execution or task at hand, and refuses every other property or method of
 * an object. Beans exist only for a model that runs: a query has no scope and sees none.
 */
class ModelBeansResolver extends ELResolver {

    private static final String MODELS = "vn.tongket.workflow.";
    private static final String ENGINE = MODELS + "engine";
    private static final Set<String> SCOPE_PROPERTIES = Set.of(
            "id", "name", "processInstanceId", "processBusinessKey", "businessKey", "tenantId", "currentActivityId");
    private static final Set<String> SCOPE_METHODS = Set.of(
            "getVariable",
            "getVariableLocal",
            "hasVariable",
            "getId",
            "getName",
            "getProcessInstanceId",
            "getProcessBusinessKey",
            "getBusinessKey",
            "getTenantId",
            "getCurrentActivityId");

    private final ApplicationContext context;
    private final BeanELResolver methods = new BeanELResolver(true);

    ModelBeansResolver(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public @Nullable Object getValue(ELContext expression, @Nullable Object base, Object property) {
        if (base == null) {
            return bean(expression, String.valueOf(property));
        }
        if (isCollection(base)) {
            return null;
        }
        if (isModelBean(base.getClass()) && !"class".equals(property)
                || base instanceof VariableScope && SCOPE_PROPERTIES.contains(String.valueOf(property))) {
            return methods.getValue(expression, base, property);
        }
        throw refusal(property);
    }

    @Override
    public @Nullable Object invoke(
            ELContext expression,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        String name = String.valueOf(method);
        if (base != null
                && (isModelBean(base.getClass()) && !isOfEveryObject(name)
                        || base instanceof VariableScope && SCOPE_METHODS.contains(name))) {
            return methods.invoke(expression, base, method, types, arguments);
        }
        throw refusal(method);
    }

    @Override
    public void setValue(ELContext expression, @Nullable Object base, Object property, @Nullable Object value) {
        throw refusal(property);
    }

    @Override
    public boolean isReadOnly(ELContext expression, @Nullable Object base, Object property) {
        expression.setPropertyResolved(true);
        return true;
    }

    @Override
    public @Nullable Class<?> getType(ELContext expression, @Nullable Object base, Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext expression, @Nullable Object base) {
        return null;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext expression, @Nullable Object base) {
        return null;
    }

    private @Nullable Object bean(ELContext expression, String name) {
        if (expression.getContext(VariableScope.class) == null || !context.containsBean(name)) {
            return null;
        }
        Class<?> type = context.getType(name);
        if (type == null || !isModelBean(type)) {
            return null;
        }
        expression.setPropertyResolved(true);
        return context.getBean(name);
    }

    private static boolean isModelBean(Class<?> type) {
        String home = ClassUtils.getUserClass(type).getPackageName();
        return home.startsWith(MODELS) && !home.startsWith(ENGINE);
    }

    private static boolean isOfEveryObject(String method) {
        return ClassUtils.hasAtLeastOneMethodWithName(Object.class, method);
    }

    /** Their elements are looked up by the resolvers behind this one; their methods are refused. */
    private static boolean isCollection(Object base) {
        return base instanceof Map || base instanceof List || base.getClass().isArray();
    }

    private static ProcessEngineException refusal(Object what) {
        return new ProcessEngineException("Expressions may not use '" + what + "'.");
    }
}
