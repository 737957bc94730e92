package vn.tongket.workflow.engine;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Camunda's web applications take the person whom Spring Security has let in, with groups and tenants. */
class SharedLogin extends ContainerBasedAuthenticationFilter {

    private final IdentityTables tables;

    SharedLogin(IdentityTables tables) {
        this.tables = tables;
    }

    @Override
    public void init(FilterConfig ignored) {
        authenticationProvider = new FromSpringSecurity(tables);
    }

    private static final class FromSpringSecurity implements AuthenticationProvider {

        private final IdentityTables tables;

        FromSpringSecurity(IdentityTables tables) {
            this.tables = tables;
        }

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            Authentication login = SecurityContextHolder.getContext().getAuthentication();
            if (login == null || !login.isAuthenticated()) {
                return AuthenticationResult.unsuccessful();
            }
            List<String> memberships = groupsOf(login);
            // A list that can be kept in the session.
            List<String> tenants = new ArrayList<>(tables.tenantsOf(login.getName(), memberships));
            List<String> groups = CampaignReaders.seenByEngine(memberships, tenants);
            AuthenticationResult result = AuthenticationResult.successful(login.getName());
            result.setGroups(groups);
            result.setTenants(tenants);
            forgetWhenChanged(request, engine.getName(), groups, tenants);
            return result;
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // The login page is reached through Spring Security.
        }

        /** The web applications keep groups and tenants in the session; who gets new ones should not have to wait. */
        private static void forgetWhenChanged(
                HttpServletRequest request, String engine, List<String> groups, List<String> tenants) {
            Authentications known = AuthenticationUtil.getAuthsFromSession(request.getSession());
            if (known.getAuthenticationForProcessEngine(engine) instanceof UserAuthentication cached
                    && !(groups.equals(cached.getGroupIds()) && tenants.equals(cached.getTenantIds()))) {
                known.removeByEngineName(engine);
            }
        }

        private static List<String> groupsOf(Authentication login) {
            return login.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .sorted()
                    .toList();
        }
    }
}
