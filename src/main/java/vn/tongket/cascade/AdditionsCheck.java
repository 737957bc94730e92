package vn.tongket.cascade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/**
 * Whether a union's campaign file holds all that its superior's asks for, unchanged: the same codes with the same
 * meaning. More may stand beside it; explanations may be worded anew; a form may apply to more unions.
 */
final class AdditionsCheck {

    /** Lists whose elements are known by a key, and what one of them is called. */
    private record Keyed(String key, String noun) {}

    private static final Map<String, Keyed> LISTS = Map.of(
            "outline", new Keyed("code", "phần"),
            "sections", new Keyed("code", "mục"),
            "appendices", new Keyed("code", "phụ lục"),
            "indicators", new Keyed("code", "chỉ tiêu"),
            "list_forms", new Keyed("code", "biểu danh mục"),
            "columns", new Keyed("key", "cột"),
            "rules", new Keyed("code", "quy tắc kiểm tra"));

    /** What may be asked for besides, in the order of the file. */
    private static final List<String> PARTS = List.of("outline", "appendices", "list_forms", "rules");

    /** Words that explain and ask for nothing. */
    private static final Set<String> FREE = Set.of("guidance", "note", "title_en");

    private static final String APPLIES_TO = "applies_to";
    private static final String LINKED = "linked_appendices";

    private final List<Fault> faults = new ArrayList<>();

    private AdditionsCheck() {}

    static List<Fault> faultsOf(JsonPlace file, JsonNode superiors) {
        AdditionsCheck check = new AdditionsCheck();
        PARTS.forEach(part -> check.list(file.at(part), superiors.path(part), part));
        return check.faults;
    }

    private void list(JsonPlace place, JsonNode superiors, String name) {
        Keyed keyed = Objects.requireNonNull(LISTS.get(name));
        Map<String, JsonPlace> byKey = new LinkedHashMap<>();
        place.items()
                .forEach(item -> byKey.putIfAbsent(item.node().path(keyed.key()).asText(), item));
        for (JsonNode expected : superiors) {
            String key = expected.path(keyed.key()).asText();
            JsonPlace found = byKey.get(key);
            if (found == null) {
                faults.add(place.fault("Thiếu " + keyed.noun() + " “" + key + "” của cấp trên."));
            } else {
                object(found, expected);
            }
        }
    }

    private void object(JsonPlace place, JsonNode superiors) {
        Set<String> fields = new TreeSet<>(place.members().keySet());
        superiors.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(FREE);
        for (String field : fields) {
            JsonNode expected = superiors.path(field);
            if (LISTS.containsKey(field)) {
                list(place.at(field), expected, field);
            } else if (field.equals(APPLIES_TO)) {
                appliesTo(place.at(field), expected);
            } else if (field.equals(LINKED)) {
                holdsAll(place.at(field), expected);
            } else {
                value(place.at(field), expected);
            }
        }
    }

    private void value(JsonPlace place, JsonNode expected) {
        if (!same(place.node(), expected)) {
            faults.add(place.fault("Khác bản của cấp trên: phải "
                    + (isNothing(expected) ? "để trống." : "là " + words(expected) + ".")));
        }
    }

    private void appliesTo(JsonPlace place, JsonNode expected) {
        if (!isAll(place.node()) && (isAll(expected) || !elements(place.node()).containsAll(elements(expected)))) {
            faults.add(place.fault("Phải áp dụng cho mọi loại đơn vị mà cấp trên quy định: "
                    + (isAll(expected) ? "\"ALL\"" : words(expected)) + "."));
        }
    }

    private void holdsAll(JsonPlace place, JsonNode expected) {
        if (!elements(place.node()).containsAll(elements(expected))) {
            faults.add(place.fault("Phải có đủ các phụ lục mà cấp trên dẫn: " + words(expected) + "."));
        }
    }

    private static boolean isAll(JsonNode appliesTo) {
        return isNothing(appliesTo) || appliesTo.asText().equals("ALL");
    }

    private static Set<String> elements(JsonNode list) {
        Set<String> elements = new TreeSet<>();
        list.forEach(element -> elements.add(element.asText()));
        return elements;
    }

    /** What is left out, null, false, 0 and an empty list say the same (formats.md: absent = 0). */
    private static boolean same(JsonNode one, JsonNode other) {
        if (isNothing(one) || isNothing(other)) {
            return isNothing(one) && isNothing(other);
        }
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isContainerNode() && other.isContainerNode() && one.isArray() == other.isArray()) {
            return one.isArray() ? sameElements(one, other) : sameFields(one, other);
        }
        return one.equals(other);
    }

    private static boolean sameElements(JsonNode one, JsonNode other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = same(one.path(i), other.path(i));
        }
        return same;
    }

    private static boolean sameFields(JsonNode one, JsonNode other) {
        Set<String> fields = new TreeSet<>();
        one.fieldNames().forEachRemaining(fields::add);
        other.fieldNames().forEachRemaining(fields::add);
        return fields.stream().allMatch(field -> same(one.path(field), other.path(field)));
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || node.isBoolean() && !node.booleanValue()
                || node.isNumber() && node.decimalValue().signum() == 0
                || node.isContainerNode() && node.isEmpty();
    }

    private static String words(JsonNode value) {
        return value.isTextual() ? "“" + value.textValue() + "”" : value.toString();
    }
}
