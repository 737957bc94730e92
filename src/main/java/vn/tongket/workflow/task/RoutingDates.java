package vn.tongket.workflow.task;

import java.time.LocalDate;
import java.util.Optional;

/** The dates that a process instance carries as variables. */
@FunctionalInterface
public interface RoutingDates {

    /** The day of that variable, if it is set. */
    Optional<LocalDate> day(String variable);
}
