package vn.tongket.campaign;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tongket.calendar.WorkingDays;

/** The deadline's terms, and the last acceptable day that follows from them (formats.md, Dates). */
@Embeddable
public record Deadline(
        LocalDate nominalDeadline,
        @Enumerated(EnumType.STRING) Semantics semantics,
        @Enumerated(EnumType.STRING) Roll roll,
        @Nullable LocalDate graceUntil,
        @Nullable LocalDate movedDeadline) {

    /** "trước ngày" (the day before is the last) or "chậm nhất ngày" (that day is the last). */
    public enum Semantics {
        BEFORE,
        BY
    }

    /** Whether a last day that is no working day moves to the next one. */
    public enum Roll {
        NONE,
        FORWARD
    }

    static Deadline of(CampaignFile.DeadlineTerms terms) {
        return new Deadline(
                terms.nominal(),
                Semantics.valueOf(terms.semantics().toUpperCase(Locale.ROOT)),
                terms.roll() == null ? Roll.NONE : Roll.valueOf(terms.roll().toUpperCase(Locale.ROOT)),
                terms.graceUntil(),
                null);
    }

    /** The same terms with the last acceptable day moved for all; grace ends with it. */
    Deadline movedTo(LocalDate day) {
        return new Deadline(nominalDeadline, semantics, roll, graceUntil, day);
    }

    /** A report received until the end of this day is in time. */
    public LocalDate lastAcceptableDay(WorkingDays days) {
        if (movedDeadline != null) {
            return movedDeadline;
        }
        LocalDate last = semantics == Semantics.BEFORE ? nominalDeadline.minusDays(1) : nominalDeadline;
        return roll == Roll.FORWARD ? days.nextOnOrAfter(last) : last;
    }

    public Optional<LocalDate> grace() {
        return Optional.ofNullable(graceUntil);
    }
}
