package vn.tongket.campaign.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.shared.Vietnamese;

/** Dates, numbers and names as pages print them; templates call it {@code @words}. Nothing is printed for null. */
@Component("words")
class Words {

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : Vietnamese.day(day);
    }

    public String minute(@Nullable LocalDateTime time) {
        return time == null ? "" : Vietnamese.minute(time);
    }

    public String moment(@Nullable Instant time) {
        return time == null ? "" : Vietnamese.minute(time);
    }

    public String count(long number) {
        return Vietnamese.count(number);
    }

    public String fold(String text) {
        return Vietnamese.fold(text);
    }
}
