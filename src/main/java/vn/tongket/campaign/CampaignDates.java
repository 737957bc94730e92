package vn.tongket.campaign;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's computed dates (formats.md, Dates), days in Vietnam's zone.
 *
 * @param lastAcceptableDay a report received until its end is in time
 * @param lastWorkingDay T, the last working day on or before it
 * @param graceUntil until its end reports are taken without a decision, and are late
 * @param reminders the days on which those who still owe are reminded, ascending
 */
public record CampaignDates(
        LocalDate lastAcceptableDay,
        LocalDate lastWorkingDay,
        @Nullable LocalDate graceUntil,
        List<LocalDate> reminders) {

    public CampaignDates {
        reminders = List.copyOf(reminders);
    }

    /** The last day of the wait: the last acceptable day or the grace day, whichever is later. */
    public LocalDate closing() {
        return graceUntil != null && graceUntil.isAfter(lastAcceptableDay) ? graceUntil : lastAcceptableDay;
    }

    /** When the wait ends: 00:00 after {@link #closing}. */
    public LocalDateTime closesAt() {
        return closing().plusDays(1).atStartOfDay();
    }

    /** The days that rest on the calendar of working days, ascending. */
    public List<LocalDate> computed() {
        return Stream.concat(reminders.stream(), Stream.of(lastWorkingDay, lastAcceptableDay))
                .sorted()
                .toList();
    }

    /** The first reminder on or after that day. */
    public Optional<LocalDate> reminderFrom(LocalDate day) {
        return reminders.stream().filter(reminder -> !reminder.isBefore(day)).findFirst();
    }
}
