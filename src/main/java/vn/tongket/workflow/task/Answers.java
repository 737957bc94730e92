package vn.tongket.workflow.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;

/**
 * What a person submitted with a task's form, each value of its field's type. What is asked for and missing is refused
 * with the field's label.
 */
public final class Answers {

    private final Map<String, Object> values;
    private final Map<String, String> labels;

    Answers(Map<String, Object> values, Map<String, String> labels) {
        this.values = Map.copyOf(values);
        this.labels = Map.copyOf(labels);
    }

    public String text(String field) {
        return require(String.class, field);
    }

    public @Nullable String optionalText(String field) {
        return (String) values.get(field);
    }

    /** The lines of a text that are not blank. */
    public List<String> lines(String field) {
        return lines(text(field).lines());
    }

    /** The same, none where nothing was typed. */
    public List<String> optionalLines(String field) {
        return lines(Optional.ofNullable(optionalText(field)).stream().flatMap(String::lines));
    }

    private static List<String> lines(Stream<String> lines) {
        return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    public int number(String field) {
        return require(Integer.class, field);
    }

    public LocalDate date(String field) {
        return require(LocalDate.class, field);
    }

    public LocalDateTime dateTime(String field) {
        return require(LocalDateTime.class, field);
    }

    /** Whether that choice was made. */
    public boolean chose(String field, String choice) {
        return text(field).equals(choice);
    }

    /** What the chosen value stands for. */
    public <T> T choice(String field, Map<String, T> meanings) {
        T meaning = meanings.get(text(field));
        if (meaning == null) {
            throw new IllegalStateException("A choice of the form that its handler does not know: " + text(field));
        }
        return meaning;
    }

    private <T> T require(Class<T> type, String field) {
        Object value = values.get(field);
        if (value == null) {
            throw DomainException.refused("Cần điền “%s”.".formatted(labels.getOrDefault(field, field)));
        }
        return type.cast(value);
    }
}
