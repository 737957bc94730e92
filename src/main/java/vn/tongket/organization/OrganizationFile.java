package vn.tongket.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The organisation import format, schema version 1.1 (formats.md, Organisation). */
record OrganizationFile(
        String schemaVersion,
        @Nullable LocalDate asOf,
        @Nullable JsonNode provenance,
        List<Category> categories,
        @Nullable JsonNode reportingModes,
        List<Unit> units,
        @Nullable List<HistoryEvent> historyEvents,
        @Nullable JsonNode notIncluded) {

    record Category(String code, String vi, @Nullable String en, String tier) {}

    record Unit(
            String code,
            @Nullable String abbr,
            String name,
            String shortName,
            @Nullable String nameEn,
            String category,
            @Nullable Integer level,
            @Nullable String parent,
            @Nullable String guidedBy,
            @Nullable String seat,
            ReportingMode reportingMode,
            @Nullable String evidence,
            @Nullable String note,
            @Nullable Demo demo,
            int sortOrder,
            @Nullable List<Contact> contacts,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String successor) {

        List<Contact> contactsOrNone() {
            return contacts == null ? List.of() : contacts;
        }
    }

    record Demo(
            @Nullable Integer year,
            @Nullable Integer workers,
            @Nullable Integer grassroots) {}

    record Contact(ContactRole role, String email) {}

    record HistoryEvent(
            LocalDate date,
            String type,
            @Nullable List<String> units,
            @JsonProperty("from") @Nullable String from,
            @JsonProperty("to") @Nullable String to,
            @Nullable String note) {}

    List<HistoryEvent> eventsOrNone() {
        return historyEvents == null ? List.of() : historyEvents;
    }

    /** The day whose end the file's tree shows: events after it change the tree, those up to it are in the tree. */
    LocalDate treeDay() {
        return treeDay(asOf, eventsOrNone().stream().map(HistoryEvent::date).toList());
    }

    /** Without a day of its own a tree is that before the first event of its file, and without events the newest. */
    static LocalDate treeDay(@Nullable LocalDate asOf, List<LocalDate> events) {
        if (asOf != null) {
            return asOf;
        }
        return events.stream()
                .min(LocalDate::compareTo)
                .map(first -> first.minusDays(1))
                .orElse(LocalDate.MAX);
    }
}
