package vn.tongket.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One union in the table of who has reported.
 *
 * @param position counts from 1 in each block
 * @param number of its report; null when none came
 * @param receivedAt in Vietnam's time
 * @param status as people read it: {@code Đúng hạn}, {@code Muộn 2 ngày}, {@code Không gửi}
 * @param returns how many times the report went back
 */
public record StatusRow(
        int position,
        String unitName,
        @Nullable String number,
        @Nullable LocalDate signedOn,
        @Nullable LocalDateTime receivedAt,
        String status,
        int returns) {}
