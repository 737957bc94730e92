package vn.tongket.workflow;

import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A task that waits for somebody: whose it is, which step ({@code UserTask_DraftPlan}), what people read. */
public record OpenTask(
        String id,
        String businessKey,
        String taskKey,
        String name,
        @Nullable Date due) {}
