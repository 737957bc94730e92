package vn.tongket.extension;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.Vietnamese;

/**
 * What a later day must keep to: it is not over, comes after the present one, and not after the lock that the plan names
 * (domain.md, section 5).
 *
 * @param present until when the report is due now
 * @param whose "của đơn vị" or "chung"
 */
record DayRule(LocalDate today, LocalDate present, String whose, Optional<LocalDate> lock) {

    /** Adds what is wrong with the day, at that field. */
    void check(String field, @Nullable LocalDate day, List<Fault> faults) {
        if (day == null) {
            faults.add(new Fault(field, "Cần chọn ngày gia hạn."));
        } else if (day.isBefore(today)) {
            faults.add(new Fault(field, "Ngày gia hạn " + Vietnamese.day(day) + " đã qua."));
        } else if (!day.isAfter(present)) {
            faults.add(new Fault(
                    field, "Ngày gia hạn phải sau hạn " + whose + " hiện nay (" + Vietnamese.day(present) + ")."));
        } else if (lock.filter(day::isAfter).isPresent()) {
            faults.add(new Fault(
                    field,
                    "Ngày gia hạn không được sau ngày khóa số liệu theo kế hoạch (" + Vietnamese.day(lock.orElseThrow())
                            + ")."));
        }
    }
}
