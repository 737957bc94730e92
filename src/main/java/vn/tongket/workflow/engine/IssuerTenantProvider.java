package vn.tongket.workflow.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.jspecify.annotations.Nullable;
import vn.tongket.organization.UnionRole;

/**
 * Gives each process instance its issuer as tenant: letters and digits of the union's code. The issuer comes with the
 * start as a transient variable, which is never stored.
 */
public class IssuerTenantProvider implements TenantIdProvider {

    private static final String ISSUER = "issuer";

    /** The start variable that carries the issuer's code. */
    public static Map<String, Object> startedBy(String issuer) {
        return Variables.createVariables().putValueTyped(ISSUER, Variables.stringValue(issuer, true));
    }

    /** The tenant of everything that the union issues. */
    public static String tenantOf(String issuer) {
        return UnionRole.lettersAndDigits(issuer);
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        StringValue issuer = context.getVariables().getValueTyped(ISSUER);
        return issuer == null ? null : tenantOf(issuer.getValue());
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return null;
    }
}
