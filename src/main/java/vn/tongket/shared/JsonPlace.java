package vn.tongket.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException.Fault;

/**
 * A place in an import file: its JSON path and what stands there. Reading never fails: what is missing or of another
 * type reads as null or as an empty list, so that one wrong type hides no other fault.
 */
public record JsonPlace(String path, JsonNode node) {

    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    static JsonPlace root(JsonNode tree) {
        return new JsonPlace("$", tree);
    }

    public JsonPlace at(String field) {
        return new JsonPlace(path + step(field), node.path(field));
    }

    /** {@code .name}, or {@code ['PL01.LD']} for a name that a path could not tell apart. */
    static String step(String name) {
        return SIMPLE.matcher(name).matches() ? "." + name : "['" + name + "']";
    }

    /** The elements of the list in that field. */
    public List<JsonPlace> items(String field) {
        return at(field).items();
    }

    /** The elements of this list; none if it is no list. */
    public List<JsonPlace> items() {
        List<JsonPlace> items = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            items.add(new JsonPlace(path + "[" + i + "]", node.path(i)));
        }
        return items;
    }

    /** The members of this object by name; none if it is no object. */
    public Map<String, JsonPlace> members() {
        Map<String, JsonPlace> members = new LinkedHashMap<>();
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> members.put(name, at(name)));
        }
        return members;
    }

    public boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    public @Nullable String text() {
        return node.textValue();
    }

    /** Whether exactly this text stands here. */
    public boolean is(String text) {
        return text.equals(node.textValue());
    }

    public boolean isTrue() {
        return node.booleanValue();
    }

    public @Nullable Integer integer() {
        return node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : null;
    }

    public @Nullable LocalDate date() {
        try {
            return node.isTextual() ? LocalDate.parse(node.textValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    public Fault fault(String sentence) {
        return new Fault(path, sentence);
    }
}
