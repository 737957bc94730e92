package vn.tongket.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/** What is wrong with a day that somebody would enter; the fault's path is the field. */
final class NewDay {

    private static final int LONGEST_NAME = 100;
    private static final List<String> WEEK =
            List.of("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật");

    private NewDay() {}

    static List<Fault> faultsOf(int year, CalendarDay entered, List<CalendarDay> present) {
        List<Fault> faults = new ArrayList<>();
        day(year, entered, present, faults);
        if (entered.name().isBlank()) {
            faults.add(new Fault("name", "Tên ngày còn trống."));
        } else if (PlainText.length(entered.name()) > LONGEST_NAME) {
            faults.add(new Fault("name", "Tên ngày dài quá " + LONGEST_NAME + " ký tự."));
        }
        return faults;
    }

    private static void day(int year, CalendarDay entered, List<CalendarDay> present, List<Fault> faults) {
        LocalDate day = entered.day();
        String written = WEEK.get(day.getDayOfWeek().getValue() - 1) + " " + Vietnamese.day(day);
        if (day.getYear() != year) {
            faults.add(new Fault("day", "Ngày " + Vietnamese.day(day) + " không thuộc năm " + year + "."));
            return;
        }
        for (CalendarDay other : present) {
            if (other.day().equals(day)) {
                faults.add(new Fault(
                        "day",
                        "%s đã có trong lịch là %s (%s). Muốn đổi, hãy bỏ dòng đó trước."
                                .formatted(written, other.working() ? "ngày làm bù" : "ngày nghỉ", other.name())));
                return;
            }
        }
        boolean weekend = PublicHolidays.isWeekend(day);
        if (!entered.working() && weekend) {
            faults.add(new Fault("day", written + " đã là ngày nghỉ hằng tuần."));
        } else if (entered.working() && !weekend) {
            faults.add(new Fault("day", written + " đã là ngày làm việc."));
        } else if (entered.working() && day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            faults.add(new Fault("day", "Chỉ thứ bảy mới làm bù được; " + Vietnamese.day(day) + " là chủ nhật."));
        }
    }
}
