package vn.tongket.extension.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/** A day as the browser sends it ({@code 2017-11-10}), and the sentences to show at each field. */
record TypedDay(String text) {

    /** Null when nothing was chosen, and when it is no day. */
    @Nullable
    LocalDate day() {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The faults of a refusal by field; what is no day at all is said in place of what the domain makes of none. */
    Map<String, List<String>> faults(DomainException refusal) {
        Map<String, List<String>> byField = new LinkedHashMap<>();
        for (Fault fault : refusal.faults()) {
            byField.computeIfAbsent(fault.path(), field -> new ArrayList<>()).add(fault.message());
        }
        if (!text.isBlank() && day() == null && byField.containsKey("day")) {
            byField.put("day", List.of("“" + text.strip() + "” không phải là một ngày."));
        }
        return byField;
    }
}
