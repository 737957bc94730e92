package vn.tongket.workflow.engine;

import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.context.ApplicationContext;

/**
 * What expressions may reach, by an allow-list: variables, the beans of the models, four functions. The engine's own
 * manager exposes every bean and Java reflection, to queries from the web too (CVE-2026-109432).
 */
class ModelExpressions extends JuelExpressionManager {

    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");

    private final ApplicationContext context;

    ModelExpressions(ApplicationContext context) {
        this.context = context;
    }

    /** Takes only the four functions; plugins would add more. */
    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new ModelBeansResolver(context));
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new ArrayELResolver(true));
        resolvers.add(new ListELResolver(true));
        resolvers.add(new MapELResolver(true));
        return resolvers;
    }
}
