package vn.tongket.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/**
 * Which campaign, and which unit in it, a process instance works for. Read from the instance's business key ({@code
 * TK-20NQTW-2017}, {@code TK-20NQTW-2017/SONGDA}), which no client can change, never from variables.
 */
public record BusinessKey(String campaign, @Nullable String unit) {

    private static final char SEPARATOR = '/';

    /** The key of a whole campaign. */
    public static BusinessKey ofCampaign(String campaign) {
        return new BusinessKey(campaign, null);
    }

    /** The key of one unit in a campaign. */
    public static BusinessKey ofUnit(String campaign, String unit) {
        return new BusinessKey(campaign, unit);
    }

    /** Splits at the first slash: a campaign's code has none. */
    public static BusinessKey parse(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("A process instance without business key");
        }
        int slash = text.indexOf(SEPARATOR);
        return slash < 0 ? ofCampaign(text) : ofUnit(text.substring(0, slash), text.substring(slash + 1));
    }

    public static BusinessKey of(DelegateExecution execution) {
        return parse(execution.getProcessBusinessKey());
    }

    public static BusinessKey of(DelegateTask task) {
        return of(task.getExecution());
    }

    /** A pattern for the keys of all units of a campaign, in a query's {@code like}. */
    public static String likeUnitsOf(String campaign) {
        return campaign.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%") + SEPARATOR + '%';
    }

    /** The unit; the instance must be a unit's. */
    public String requireUnit() {
        if (unit == null) {
            throw new IllegalStateException("Not a unit's process instance: " + this);
        }
        return unit;
    }

    @Override
    public String toString() {
        return unit == null ? campaign : campaign + SEPARATOR + unit;
    }
}
