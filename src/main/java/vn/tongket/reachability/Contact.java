package vn.tongket.reachability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tongket.organization.ContactRole;

/**
 * An address of a unit and what is known of it.
 *
 * @param badSince since when mail to it comes back; null while none does
 * @param testedAt when a test mail was last queued for it
 */
public record Contact(
        ContactRole role,
        String email,
        @Nullable Instant confirmedAt,
        @Nullable Instant badSince,
        @Nullable String badReason,
        @Nullable Instant testedAt) {

    /** What is known of an address; the worst news first. */
    public enum Standing {
        BAD("Thư không tới được"),
        CONFIRMED("Đã xác nhận"),
        TESTED("Chờ xác nhận"),
        UNKNOWN("Chưa xác nhận");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Standing standing() {
        if (badSince != null) {
            return Standing.BAD;
        }
        if (confirmedAt != null) {
            return Standing.CONFIRMED;
        }
        return testedAt == null ? Standing.UNKNOWN : Standing.TESTED;
    }

    /** Somebody answered from it, and no mail came back since. */
    public boolean isConfirmed() {
        return standing() == Standing.CONFIRMED;
    }
}
