package vn.tongket.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people decide about one unit's report, as it comes from their forms. */
public final class ReportCommands {

    private ReportCommands() {}

    /** How a union holds its review (plan, section III: "chủ động lựa chọn các hình thức"). */
    public enum ReviewForm {
        OWN_CONFERENCE("Hội nghị riêng"),
        WITHIN_MEETING("Lồng ghép trong hội nghị khác"),
        IN_WRITING("Lấy ý kiến bằng văn bản"),
        OTHER("Hình thức khác");

        private final String label;

        ReviewForm(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The plan was received: chosen form, person in charge, the unit's own date for finishing. */
    public record ReceivePlan(ReviewForm form, String personInCharge, LocalDate ownDate) {}

    /** The review was held; {@code minutes} may be null when they are attached as a file. */
    public record HoldReview(
            LocalDate heldOn,
            ReviewForm form,
            int present,
            @Nullable String minutes) {}

    /** Signed by the chair: the unit's own number ("12/BC-CĐSĐ") and date. */
    public record SignReport(String number, LocalDate signedOn) {}

    /** Sent back to the unit: reasons besides those that the reviewers have collected, and until when. */
    public record ReturnReport(List<Reason> reasons, LocalDate due) {

        /**
         * One thing to mend.
         *
         * @param place one of {@link ReportPlaces}, null for the whole report
         * @param listed one of the campaign's return reasons, or null
         * @param words in the reviewer's own words, null when {@code listed} says it all
         */
        public record Reason(
                @Nullable String place,
                @Nullable String listed,
                @Nullable String words) {

            /** {@code Sai đơn vị tính: ghi triệu thay cho đồng}. */
            public String sentence() {
                return Stream.of(listed, words).filter(Objects::nonNull).collect(Collectors.joining(": "));
            }
        }
    }
}
