package vn.tongket.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan's text as it is drafted and issued. {@code number} and {@code date} are null until it is issued; {@code
 * numberPattern} holds {@code {so}} where the number goes ({@code {so}/KH-CĐXD}).
 */
public record PlanDocument(
        String documentTitle,
        String numberPattern,
        @Nullable String number,
        @Nullable LocalDate date,
        List<String> lead,
        List<PlanSection> sections,
        @Nullable String closing,
        List<String> recipients,
        Signature signature) {

    /** A numbered part of the plan with paragraphs, or with parts of its own. */
    public record PlanSection(
            String code,
            String title,
            @Nullable List<String> paragraphs,
            @Nullable List<PlanSection> sections) {}

    /** The signature block: on whose behalf, title, full name. */
    public record Signature(
            String authority, String title, @Nullable String name) {}

    /** The plan with its number ({@code 45/KH-CĐXD}), date and the signer's full name. */
    PlanDocument issued(String number, LocalDate date, String signer) {
        return new PlanDocument(
                documentTitle,
                numberPattern,
                number,
                date,
                lead,
                sections,
                closing,
                recipients,
                new Signature(signature.authority(), signature.title(), signer));
    }
}
