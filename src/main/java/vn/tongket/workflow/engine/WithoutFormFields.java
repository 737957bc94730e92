package vn.tongket.workflow.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricDetailEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Keeps no history of what stands on a task only: the fields of its form, and the copies of process variables beside
 * them. What people decided is the domain's to record; the engine's history would be four more rows for each field.
 */
class WithoutFormFields extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        boolean ofTask = event instanceof HistoricDetailEventEntity detail && detail.getTaskId() != null;
        if (!ofTask) {
            super.handleEvent(event);
        }
    }
}
