package vn.tongket.workflow.task;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.CoreVariableInstance;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/** Tells which variables the present command wrote, by what the engine is going to flush. */
final class WrittenVariables {

    private WrittenVariables() {}

    /** Whether the variable that goes by that name in the scope is new or changed; not if there is none. */
    static boolean isWritten(AbstractVariableScope scope, String name) {
        CoreVariableInstance variable = scope.getVariableInstance(name);
        if (!(variable instanceof VariableInstanceEntity row)) {
            return variable != null;
        }
        CachedDbEntity cached = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(row);
        return cached == null || cached.getEntityState() != DbEntityState.PERSISTENT || cached.isDirty();
    }
}
