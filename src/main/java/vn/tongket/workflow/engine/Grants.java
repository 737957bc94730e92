package vn.tongket.workflow.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;
import vn.tongket.security.CurrentUser;

/**
 * Who may what in the engine, beyond what it grants with each task. Everybody works in Tasklist and reads the models'
 * names; campaign readers see all instances in Cockpit; administrators may everything; nobody else gets anything.
 */
@Component
class Grants {

    private static final List<String> MODELS = List.of("review-campaign", "unit-review");

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void provide(List<String> filters) {
        for (Resource resource : Resources.values()) {
            grant(CurrentUser.ADMINISTRATORS, resource, ANY, Permissions.ALL);
        }
        for (String application : List.of("tasklist", "welcome")) {
            grantEverybody(Resources.APPLICATION, application, Permissions.ACCESS);
        }
        filters.forEach(filter -> grantEverybody(Resources.FILTER, filter, Permissions.READ));
        grant(CampaignReaders.GROUP, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        for (String model : MODELS) {
            grantEverybody(Resources.PROCESS_DEFINITION, model, ProcessDefinitionPermissions.READ);
            grant(
                    CampaignReaders.GROUP,
                    Resources.PROCESS_DEFINITION,
                    model,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_HISTORY);
        }
    }

    private void grantEverybody(Resource resource, String id, Permission... permissions) {
        Authorization known = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GLOBAL)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        save(
                known == null ? authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL) : known,
                resource,
                id,
                permissions);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization known = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (known == null) {
            known = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            known.setGroupId(group);
        }
        save(known, resource, id, permissions);
    }

    private void save(Authorization authorization, Resource resource, String id, Permission... permissions) {
        authorization.setResource(resource);
        authorization.setResourceId(id);
        if (!Arrays.stream(permissions).allMatch(authorization::isPermissionGranted)) {
            authorization.setPermissions(permissions);
            authorizations.saveAuthorization(authorization);
        }
    }
}
