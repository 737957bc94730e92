package vn.tongket.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * Checks a person's rights with the person's groups as they are. The engine first reads every group that any
 * authorization names, in each command, to leave out those that none names: with two groups for each union that costs
 * more than the check itself, and more the larger the campaign.
 */
final class OwnGroupsOnly extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    /** Puts it in the place of the engine's own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new OwnGroupsOnly();
        }
    }
}
