package vn.tongket.workbook;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that a unit sent back.
 *
 * @param place how many are read before it and with it, 1 for the next; 0 when it does not wait
 */
public record Upload(
        UUID id,
        String campaign,
        String unit,
        UploadKind kind,
        String name,
        int size,
        String sha256,
        State state,
        int place,
        String uploadedBy,
        Instant uploadedAt) {

    /** How far it is. */
    public enum State {
        /** Waits for its turn. */
        QUEUED("Đang chờ đọc"),
        /** A node reads it. */
        WORKING("Đang đọc"),
        /** Read; the person may choose what is taken. */
        READ("Đã đọc, chờ xem và nhận"),
        /** Nothing of it can be taken. */
        FAILED("Không nhận được"),
        /** What was chosen is in the draft. */
        TAKEN("Đã nhận vào bản nháp"),
        /** Put aside. */
        DISCARDED("Đã bỏ");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether a node still has to read it. */
    public boolean isWaiting() {
        return state == State.QUEUED || state == State.WORKING;
    }
}
