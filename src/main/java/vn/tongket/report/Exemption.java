package vn.tongket.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that a unit need not report.
 *
 * @param outcome null while it waits for the standing body
 * @param decidedAt when it was decided, or lapsed
 * @param answer what the standing body said
 */
public record Exemption(
        ExemptionKind kind,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable Outcome outcome,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer) {

    /** What became of it. */
    public enum Outcome {
        GRANTED("Đồng ý miễn"),
        REFUSED("Không đồng ý"),
        /** The report was accepted, or closed at the lock, before anybody decided. */
        LAPSED("Hết hiệu lực, chưa có quyết định");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean waits() {
        return outcome == null;
    }
}
