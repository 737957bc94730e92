package vn.tongket.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.Participant;

/**
 * One line of the table of units.
 *
 * @param effectiveDeadline the unit's own last acceptable day
 * @param owedBy the day that counts now: named in a return letter or by late acceptance, else the deadline
 * @param workingDaysLate 0 unless late
 * @param version the last version sent, null when none was
 * @param returns how often it was sent back
 */
public record UnitStatus(
        Participant participant,
        SubmissionState state,
        LocalDate effectiveDeadline,
        LocalDate owedBy,
        @Nullable Instant receivedAt,
        @Nullable Punctuality punctuality,
        int workingDaysLate,
        @Nullable Integer version,
        @Nullable String documentNumber,
        @Nullable LocalDate signedOn,
        @Nullable Integer incomingNumber,
        int returns) {

    /** What the status table says: the state, or how late. */
    public String label() {
        return punctuality == null || state == SubmissionState.RETURNED ? state.label() : punctualityWords();
    }

    /** How the first receipt lies to the deadline; empty while there is none. */
    public String punctualityWords() {
        if (punctuality == null) {
            return "";
        }
        return punctuality == Punctuality.LATE ? "Muộn " + workingDaysLate + " ngày làm việc" : punctuality.label();
    }
}
