package vn.tongket.workflow.task;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.Vietnamese;

/** Checks submitted values against the form's fields on the server; the browser's own checks bind nobody. */
final class AnswerReader {

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    private AnswerReader() {}

    /** The checked answers; refuses all faulty ones together. */
    static Answers read(List<FormField> fields, Map<String, @Nullable Object> submitted) {
        AnswerReader reader = new AnswerReader();
        fields.forEach(field -> reader.take(field, submitted.get(field.key())));
        reader.refuseFaults();
        return new Answers(reader.values, reader.labels);
    }

    private void take(FormField field, @Nullable Object raw) {
        labels.put(field.key(), field.label());
        Object value = raw instanceof String text ? emptyToNull(text) : raw;
        if (value == null) {
            if (field.required()) {
                fault(field, "Cần điền “%s”.");
            }
            return;
        }
        Object checked = switch (field.kind()) {
            case TEXT -> text(field, value);
            case NUMBER -> number(field, value);
            case CHOICE -> choice(field, value);
            case CHECK -> check(field, value);
            case DATE -> date(field, value);
            case DATE_TIME -> dateTime(field, value);
        };
        if (checked != null) {
            values.put(field.key(), checked);
        }
    }

    private static @Nullable String emptyToNull(String text) {
        String composed = Vietnamese.nfc(text).strip();
        return composed.isEmpty() ? null : composed;
    }

    private @Nullable Object text(FormField field, Object value) {
        if (!(value instanceof String text)) {
            return fault(field, "“%s” phải là văn bản.");
        }
        if (text.length() > field.maxLength()) {
            return fault(field, "“%s” dài quá " + field.maxLength() + " ký tự.");
        }
        return text;
    }

    private @Nullable Object number(FormField field, Object value) {
        if (!(value instanceof Integer || value instanceof Long || value instanceof Short)) {
            return fault(field, "“%s” phải là số nguyên.");
        }
        long number = ((Number) value).longValue();
        if (number < field.min()) {
            return fault(field, "“%s” không được nhỏ hơn " + field.min() + ".");
        }
        if (number > field.max()) {
            return fault(field, "“%s” không được lớn hơn " + field.max() + ".");
        }
        return (int) number;
    }

    private @Nullable Object choice(FormField field, Object value) {
        return value instanceof String choice && field.choices().contains(choice)
                ? choice
                : fault(field, "“%s”: hãy chọn một trong các mục của biểu mẫu.");
    }

    private @Nullable Object check(FormField field, Object value) {
        return value instanceof Boolean ? value : fault(field, "“%s” phải là đánh dấu có hoặc không.");
    }

    private @Nullable Object date(FormField field, Object value) {
        try {
            return LocalDate.parse(String.valueOf(value));
        } catch (DateTimeException e) {
            return fault(field, "“%s” phải là một ngày.");
        }
    }

    private @Nullable Object dateTime(FormField field, Object value) {
        try {
            return LocalDateTime.parse(String.valueOf(value));
        } catch (DateTimeException e) {
            return fault(field, "“%s” phải có đủ ngày và giờ.");
        }
    }

    private @Nullable Object fault(FormField field, String sentence) {
        faults.add(new Fault(field.key(), sentence.formatted(field.label())));
        return null;
    }

    private void refuseFaults() {
        if (faults.size() == 1) {
            throw DomainException.refused(faults.get(0).message());
        }
        if (!faults.isEmpty()) {
            throw DomainException.refused("Biểu mẫu còn " + faults.size() + " chỗ cần sửa:", faults);
        }
    }
}
