package vn.tongket.calendar.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/**
 * The fields for a new day as they were typed.
 *
 * @param day {@code 2018-05-02}, as browsers send it, or {@code 02/05/2018}
 * @param kind {@code off} or {@code worked}
 */
public record DayForm(String day, String kind, String name) {

    private static final DateTimeFormatter SENT = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    static final DayForm EMPTY = new DayForm("", "off", "");

    /** The date, or a refusal with a fault at each field that cannot be read. */
    LocalDate requireDay() {
        List<Fault> faults = new ArrayList<>();
        LocalDate read = date(day.strip());
        if (read == null) {
            faults.add(new Fault(
                    "day",
                    day.isBlank()
                            ? "Đồng chí chưa ghi ngày."
                            : "Không có ngày “" + asTyped() + "”; hãy ghi ngày/tháng/năm, ví dụ 02/05/2018."));
        }
        if (!kind.equals("off") && !kind.equals("worked")) {
            faults.add(new Fault("kind", "Đồng chí chưa chọn loại ngày."));
        }
        if (read == null || !faults.isEmpty()) {
            if (name.isBlank()) {
                faults.add(new Fault("name", "Tên ngày còn trống."));
            }
            throw DomainException.refused("Chưa ghi được ngày này vào lịch.", faults);
        }
        return read;
    }

    boolean working() {
        return kind.equals("worked");
    }

    /** What was typed, in the order in which people read a date. */
    private String asTyped() {
        String typed = day.strip();
        return typed.matches("\\d{4}-\\d{2}-\\d{2}")
                ? typed.substring(8) + "/" + typed.substring(5, 7) + "/" + typed.substring(0, 4)
                : typed;
    }

    static @Nullable LocalDate date(String text) {
        for (DateTimeFormatter format : List.of(SENT, TYPED)) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeParseException notInThisOrder) {
                continue;
            }
        }
        return null;
    }
}
