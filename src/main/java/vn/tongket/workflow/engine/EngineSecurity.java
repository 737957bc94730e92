package vn.tongket.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import vn.tongket.security.SecurityProperties;

/** Closes what the engine leaves open by default. */
@Configuration(proxyBeanMethods = false)
class EngineSecurity {

    /** After Spring Security's chain (-100) and before Camunda's own filters, which have no order. */
    private static final int AFTER_LOGIN = 200;

    @Bean
    @Order
    Settings engineSecuritySettings(ApplicationContext context, SecurityProperties properties) {
        return new Settings(new ModelExpressions(context), new Pbkdf2Encryptor(properties.passwordIterations()));
    }

    /** Hands the login of Spring Security to Camunda's web applications. */
    @Bean
    FilterRegistrationBean<SharedLogin> sharedLogin(IdentityTables tables) {
        FilterRegistrationBean<SharedLogin> registration = new FilterRegistrationBean<>(new SharedLogin(tables));
        registration.setOrder(AFTER_LOGIN);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<GiveBack> giveBack(TaskService tasks) {
        FilterRegistrationBean<GiveBack> registration = new FilterRegistrationBean<>(new GiveBack(tasks));
        registration.setOrder(AFTER_LOGIN + 1);
        registration.addUrlPatterns("/camunda/api/engine/*");
        return registration;
    }

    static final class Settings extends AbstractProcessEnginePlugin {

        private final ModelExpressions expressions;
        private final Pbkdf2Encryptor passwords;

        Settings(ModelExpressions expressions, Pbkdf2Encryptor passwords) {
            this.expressions = expressions;
            this.passwords = passwords;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.setExpressionManager(expressions);
            engine.setEnableExpressionsInAdhocQueries(false);
            engine.setPasswordEncryptor(passwords);
            engine.setAuthorizationEnabled(true);
            engine.setTenantCheckEnabled(true);
            engine.setResourceAuthorizationProvider(new OwnAuthorizations());
            engine.setCustomSessionFactories(List.of(new OwnGroupsOnly.Factory()));
            engine.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
            engine.setJavaSerializationFormatEnabled(false);
            engine.setDeserializationTypeValidationEnabled(true);
            neverLockOut(engine);
        }

        /** The engine's lock can be turned against any known name; our own counts by user and address. */
        private static void neverLockOut(ProcessEngineConfigurationImpl engine) {
            engine.setLoginMaxAttempts(Integer.MAX_VALUE);
            engine.setLoginDelayBase(0);
            engine.setLoginDelayMaxTime(0);
        }
    }
}
