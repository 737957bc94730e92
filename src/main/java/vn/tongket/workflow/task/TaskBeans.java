package vn.tongket.workflow.task;

/** Names by which the models call what all user tasks share. */
public final class TaskBeans {

    public static final String PREPARE_TASK = "prepareTaskListener";
    public static final String TAKE_DECISION = "takeDecisionListener";

    private TaskBeans() {}
}
