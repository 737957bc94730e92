package vn.tongket.cascade;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignState;
import vn.tongket.report.SubmissionState;

/**
 * One unit of a campaign at some level, and where its own campaign stands.
 *
 * @param above the campaign in which it takes part
 * @param report the state of its report there; null while it is not opened
 * @param countedIn the campaign of the same tree in which its figures count; null: in {@code above}
 * @param own null for a unit that has opened none
 */
public record LevelUnit(
        String above,
        String unit,
        String name,
        boolean required,
        @Nullable SubmissionState report,
        @Nullable String countedIn,
        @Nullable OwnRun own) {

    /**
     * A unit's own campaign: its state and counts, and nothing of what it holds.
     *
     * @param deadline its last acceptable day
     * @param expected its required units, without those exempted
     * @param received of its required units
     */
    public record OwnRun(String code, CampaignState state, LocalDate deadline, int expected, int received) {}
}
