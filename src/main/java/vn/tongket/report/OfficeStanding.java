package vn.tongket.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the figures of the issuer's own office stand.
 *
 * @param unit the issuer
 * @param name the issuer's name, as of the opening once there is an entry
 * @param version the last one that was closed, null when none was
 * @param closedAt when that was
 * @param closedBy by whom, a login
 * @param open whether the campaign still takes them
 */
public record OfficeStanding(
        String unit,
        String name,
        State state,
        @Nullable Integer version,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        boolean open) {

    /** As people call it. */
    public enum State {
        /** Nobody has opened the entry. */
        NONE("Chưa nhập"),
        ENTERING("Đang nhập"),
        CLOSED("Đã chốt"),
        /** Went into the consolidated report. */
        CONSOLIDATED("Đã tổng hợp");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static State of(SubmissionState state) {
            return switch (state) {
                case DRAFTING -> ENTERING;
                case ACCEPTED -> CLOSED;
                case CONSOLIDATED -> CONSOLIDATED;
                default -> throw new IllegalStateException("office entry " + state);
            };
        }
    }

    public boolean isOpened() {
        return state != State.NONE;
    }

    /** Whether it may be opened, or opened again. */
    public boolean isOpenable() {
        return open && (state == State.NONE || state == State.CLOSED);
    }

    /** Whether it may be closed. */
    public boolean isClosable() {
        return open && state == State.ENTERING;
    }
}
