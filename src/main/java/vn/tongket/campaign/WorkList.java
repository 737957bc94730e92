package vn.tongket.campaign;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tongket.security.CurrentUser;

/** What waits for a person: the open tasks of the person's groups. Only the process engine knows. */
public interface WorkList {

    /** At most so many are listed. */
    int LIMIT = 50;

    /** One open task; {@code url} opens it in Tasklist, {@code due} is in Vietnam's zone. */
    record WorkItem(String name, String url, @Nullable LocalDateTime due, String campaign) {}

    /** The person's open tasks, the most urgent first. */
    List<WorkItem> of(CurrentUser user);

    /** The most urgent of them on one unit's report, or on the campaign as a whole when {@code unit} is null. */
    Optional<WorkItem> of(CurrentUser user, String campaign, @Nullable String unit);
}
