package vn.tongket.workflow.task;

import java.util.Set;

/**
 * One field of a Camunda Form, with what the server checks. {@code required} is false for a field that the form hides
 * under a condition: whether that one is needed depends on the decision, and its handler asks for it.
 */
record FormField(
        String key, String label, Kind kind, boolean required, int min, int max, int maxLength, Set<String> choices) {

    /** What a field's value is. */
    enum Kind {
        TEXT,
        NUMBER,
        CHOICE,
        CHECK,
        /** {@code 2017-11-05}. */
        DATE,
        /** {@code 2017-11-05T08:00}, wall clock in Vietnam. */
        DATE_TIME
    }
}
