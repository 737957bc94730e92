package vn.tongket.notification;

import java.time.LocalDate;
import java.util.List;

/**
 * The notices of a campaign's day were written; published in the same transaction, for what goes with them.
 *
 * @param urged codes of the units that get an urging letter today, in their order
 */
public record NoticesDecided(String campaign, LocalDate day, List<String> urged) {

    public NoticesDecided {
        urged = List.copyOf(urged);
    }
}
