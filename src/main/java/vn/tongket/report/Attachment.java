package vn.tongket.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a report; its bytes stay in the database.
 *
 * @param name unique among the report's present attachments
 * @param mediaType by content, never by what the sender says
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal
 * @param sinceVersion the first version that was signed with it, null while there is none
 */
public record Attachment(
        UUID id,
        Part part,
        String name,
        String mediaType,
        int size,
        String sha256,
        String addedBy,
        Instant addedAt,
        @Nullable Integer sinceVersion) {

    /** What it is for. */
    public enum Part {
        /** The signed report on paper, scanned. */
        SIGNED_SCAN("Bản chụp báo cáo đã ký"),
        /** Anything that proves or illustrates; rows of list forms may name it. */
        OTHER("Tài liệu kèm theo");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
