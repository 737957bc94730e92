package vn.tongket.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the tree that an organisation file announces (formats.md, {@code history_events}). Its day is the first one
 * on which the new state holds: a unit that closes on 03/03/2025 exists to the end of 02/03/2025.
 *
 * @param units codes, as the file names them
 * @param from the former parent's code; transfers only
 * @param to the code of the new parent, or of the unit that goes on after a merger
 * @param settledOn the day on which it was carried out, or found impossible
 * @param refusal why it could not be carried out
 */
public record UnitEvent(
        UUID id,
        LocalDate day,
        Kind kind,
        List<String> units,
        @Nullable String from,
        @Nullable String to,
        @Nullable String note,
        State state,
        @Nullable LocalDate settledOn,
        @Nullable String refusal) {

    public UnitEvent {
        units = List.copyOf(units);
    }

    /** What happens to the units. */
    public enum Kind {
        /** They get another parent. */
        TRANSFER("Chuyển cấp trên"),
        /** They end, and another goes on for them and with those below them. */
        MERGE("Sáp nhập"),
        /** They end. */
        CLOSE("Giải thể"),
        /** Nothing; for people to read. */
        NOTE("Ghi chú");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What people call it. */
        public String label() {
            return label;
        }
    }

    /** What became of it. */
    public enum State {
        /** Its day has not come, or came a moment ago. */
        WAITING("Chưa đến ngày"),
        /** The tree has it. */
        APPLIED("Đã áp dụng"),
        /** It does not fit the tree; it is tried again when a file brings it again. */
        REFUSED("Không áp dụng được"),
        /** The file's tree had it from the start. */
        IN_TREE("Đã có trong tệp"),
        /** There is nothing to carry out. */
        NOTE("Ghi chú");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** What people call it. */
        public String label() {
            return label;
        }
    }

    /** The day after which the units are no more, or no more under the former parent. */
    LocalDate lastDayBefore() {
        return day.minusDays(1);
    }
}
