package vn.tongket.report;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import vn.tongket.shared.Vietnamese;

/**
 * JSON in one form only, as RFC 8785 lays it down: members by name in the order of UTF-16 code units, nothing between
 * the tokens, only those characters escaped that must be. Texts are composed (NFC) first. Takes texts, whole numbers,
 * truth values, maps and collections.
 */
final class CanonicalJson {

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    static byte[] of(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> members) {
            writeMembers(members);
        } else if (value instanceof Collection<?> elements) {
            writeElements(elements);
        } else if (value instanceof Integer || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            writeText(Vietnamese.nfc(text));
        } else {
            throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    private void writeMembers(Map<?, ?> members) {
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> sorted.put(Vietnamese.nfc((String) name), value));
        out.append('{');
        String separator = "";
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            out.append(separator);
            writeText(member.getKey());
            out.append(':');
            write(member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void writeElements(Collection<?> elements) {
        out.append('[');
        for (Iterator<?> rest = elements.iterator(); rest.hasNext(); ) {
            write(rest.next());
            out.append(rest.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private void writeText(String text) {
        out.append('"');
        text.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (unit < ' ') {
                        out.append("\\u%04x".formatted(unit));
                    } else {
                        out.append((char) unit);
                    }
                }
            }
        });
        out.append('"');
    }
}
