package vn.tongket.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year of the calendar with its days in order.
 *
 * @param version counts the changes; what is confirmed is the version that was looked at
 * @param confirmedAt null while the year is only proposed
 * @param confirmedBy user id; null also for the years that came with the application
 */
public record CalendarYear(
        int year,
        int version,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        List<CalendarDay> days) {

    /** What was done to a year: null as {@code day} for the whole of it, null as {@code actor} for the application. */
    public record Change(
            Kind kind,
            @Nullable LocalDate day,
            @Nullable String name,
            @Nullable String actor,
            Instant at) {

        /** What can be done to a year. */
        public enum Kind {
            /** The days by law were written anew. */
            PROPOSED("Đề xuất theo luật"),
            /** A day off was entered. */
            ADDED_OFF("Thêm ngày nghỉ"),
            /** A Saturday to be worked was entered. */
            ADDED_WORKED("Thêm ngày làm bù"),
            /** A day was taken out. */
            REMOVED("Bỏ khỏi lịch"),
            /** Somebody answers for the year. */
            CONFIRMED("Xác nhận lịch");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            public String label() {
                return label;
            }
        }
    }

    public CalendarYear {
        days = List.copyOf(days);
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }
}
