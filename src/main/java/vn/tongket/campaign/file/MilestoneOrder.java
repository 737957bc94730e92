package vn.tongket.campaign.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.Vietnamese;

/**
 * Each kind of milestone stands once, in the order issue ≤ deadline ≤ lock ≤ … (formats.md, Dates); {@code other} is
 * free.
 */
public final class MilestoneOrder {

    /** A milestone as far as it is known. */
    public record Milestone(
            @Nullable String kind,
            @Nullable String label,
            @Nullable LocalDate date) {}

    /** What is wrong with the milestone of that index: its kind stands twice, or it comes too early. */
    public record Disorder(int index, boolean doubled, String sentence) {}

    private static final String OTHER = "other";
    private static final List<String> ORDER =
            List.of("issue", "deadline", "lock", "standing_committee", "conference", "report_up");

    private MilestoneOrder() {}

    public static List<Disorder> faultsOf(List<Milestone> milestones) {
        List<Disorder> faults = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        for (int i = 0; i < milestones.size(); i++) {
            String kind = milestones.get(i).kind();
            if (kind != null && !kind.equals(OTHER) && !kinds.add(kind)) {
                faults.add(new Disorder(i, true, "Mốc “" + milestones.get(i).label() + "” bị lặp lại."));
            }
        }
        order(milestones, faults);
        return faults;
    }

    private static void order(List<Milestone> milestones, List<Disorder> faults) {
        Milestone earlier = null;
        for (String kind : ORDER) {
            for (int i = 0; i < milestones.size(); i++) {
                Milestone milestone = milestones.get(i);
                if (milestone.date() == null || !kind.equals(milestone.kind())) {
                    continue;
                }
                if (earlier != null && milestone.date().isBefore(earlier.date())) {
                    faults.add(new Disorder(i, false, tooEarly(milestone, earlier)));
                }
                earlier = milestone;
            }
        }
    }

    private static String tooEarly(Milestone milestone, Milestone earlier) {
        return "Mốc “%s” (%s) phải sau mốc “%s” (%s)."
                .formatted(
                        milestone.label(),
                        Vietnamese.day(Objects.requireNonNull(milestone.date())),
                        earlier.label(),
                        Vietnamese.day(Objects.requireNonNull(earlier.date())));
    }
}
