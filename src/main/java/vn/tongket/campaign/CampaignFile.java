package vn.tongket.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Rule;

/** The campaign import format, schema version 1.1 (formats.md, Campaign). Unknown keys are refused on reading. */
public record CampaignFile(
        String schemaVersion,
        @Nullable String language,
        @Nullable JsonNode provenance,
        Head campaign,
        List<OutlinePart> outline,
        List<Appendix> appendices,
        List<ListForm> listForms,
        List<Rule> rules,
        Workflow workflow,
        @Nullable DemoProfile demoProfile) {

    /** Who reviews what, for whom, until when. */
    public record Head(
            String code,
            String type,
            String title,
            @Nullable String titleEn,
            String issuer,
            String reportsTo,
            FocalDepartment focalDepartment,
            PlanDocument planDocument,
            List<BasisDocument> basisDocuments,
            Period period,
            DeadlineTerms deadline,
            @Nullable LengthLimits lengthLimits,
            Reminders reminders,
            List<Milestone> milestones,
            @Nullable JsonNode participants) {}

    /** The department through which reports come in, here the Propaganda Department. */
    public record FocalDepartment(String code, String name) {}

    /** A document on which the plan rests; keyed by its own code, never by number alone. */
    public record BasisDocument(
            String code,
            @Nullable String number,
            @Nullable LocalDate date,
            String issuer,
            String kind,
            @Nullable String note) {}

    /** The years the figures cover. */
    public record Period(
            int fromYear,
            int toYear,
            @Nullable String stockCutoff,
            @Nullable LocalDate lastYearCutoff) {}

    /** The deadline as the file states it; everything else is computed. */
    public record DeadlineTerms(
            @Nullable String text,
            LocalDate nominal,
            String semantics,
            @Nullable String roll,
            @Nullable LocalDate graceUntil,
            @Nullable String timezone,
            @Nullable String note) {}

    /** Whole-report lengths by tier, in characters; they only warn. */
    public record LengthLimits(
            @Nullable Integer upper,
            @Nullable Integer grassroots,
            @Nullable Integer charsPerA4Page) {}

    /** Working days before T on which those who still owe are reminded. */
    public record Reminders(
            List<Integer> workingDaysBefore, @Nullable String note) {}

    /** A date to be shown and kept in order; {@code kind} as listed in formats.md. */
    public record Milestone(String code, String vi, LocalDate date, String kind) {}

    /** A part of the outline with its sections; a section of its own may hold sections again. */
    public record OutlinePart(
            String code,
            @Nullable String no,
            String title,
            @Nullable String titleEn,
            int level,
            List<Section> sections) {

        /** Its ordinal and title: {@code Phần thứ nhất: Kết quả}, {@code A. Kết quả}, or the title alone. */
        public String heading() {
            if (no == null || no.isBlank()) {
                return title;
            }
            return no.strip() + (hasNamedOrdinal() ? ": " : ". ") + title;
        }

        /** Whether its ordinal is words, {@code Phần thứ nhất}, and not a letter or number. */
        public boolean hasNamedOrdinal() {
            return no != null && no.strip().contains(" ");
        }
    }

    /** A heading to write under, or, with {@code isHeading}, one that only groups. Lengths in NFC code points. */
    public record Section(
            String code,
            @Nullable String no,
            String title,
            @Nullable String titleEn,
            int level,
            boolean isHeading,
            boolean required,
            int minChars,
            int maxChars,
            @Nullable String guidance,
            @Nullable List<String> linkedAppendices,
            @Nullable String consolidation,
            vn.tongket.statistics.AppliesTo appliesTo) {

        /** Its ordinal and title, {@code 1. Học tập}; the title alone when it has no ordinal. */
        public String heading() {
            return no == null || no.isBlank() ? title : no.strip() + ". " + title;
        }
    }

    /** A list to fill in row by row. */
    public record ListForm(
            String code,
            String title,
            @Nullable String titleEn,
            int minRows,
            List<ListColumn> columns,
            @Nullable String collate,
            vn.tongket.statistics.@Nullable AppliesTo appliesTo) {

        public boolean includes(String category) {
            return appliesTo == null || appliesTo.includes(category);
        }
    }

    /** One column of a list form; {@code type} is text, int, decimal, date, bool, enum or file. */
    public record ListColumn(
            String key,
            String label,
            String type,
            boolean required,
            @Nullable List<String> values,
            @Nullable Integer maxChars) {

        /** Whether its cells name an attachment of the report. */
        public boolean takesFile() {
            return type.equals("file");
        }
    }

    /** Names states and return reasons; the process models rule. */
    public record Workflow(
            @Nullable String note,
            List<Label> submissionStates,
            List<Label> campaignStates,
            List<String> returnReasons,
            List<Label> punctualityClasses) {

        /** A code and what people call it. */
        public record Label(
                String code, String vi, @Nullable String en) {}
    }

    /** Guides sample figures in the demo. */
    public record DemoProfile(@Nullable Boolean illustrative, Map<String, Series> series) {

        /** {@code from} × {@code index}, {@code shareOf} × {@code share}, or {@code values} by year. */
        public record Series(
                @Nullable String from,
                @Nullable Map<Integer, BigDecimal> index,
                @Nullable String shareOf,
                @Nullable BigDecimal share,
                @Nullable Map<Integer, BigDecimal> values) {}
    }

    /** All sections of all parts, in order. */
    public List<Section> sections() {
        return outline.stream().flatMap(part -> part.sections().stream()).toList();
    }
}
