package vn.tongket.support;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ClassPathResource;
import vn.tongket.shared.DomainException.Fault;

/**
 * A file with one mistake or a few, made from a shipped file, and the exact faults that its import must name. {@link
 * #toString} is its name in the test's list.
 */
public final class FaultyFile {

    /** Which of the two formats it is of. */
    public enum Format {
        ORGANIZATION("demo/units-cdxdvn.json"),
        CAMPAIGN("demo/campaign-20-NQ-TW.json");

        private final String shipped;

        Format(String shipped) {
            this.shipped = shipped;
        }

        /** The shipped file as text; the campaign under a code that no other test imports. */
        public String text() {
            try {
                String text = new ClassPathResource(shipped).getContentAsString(StandardCharsets.UTF_8);
                return text.replace("\"TK-20NQTW-2017\"", "\"TK-LOI\"");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Format format;
    private final List<Fault> faults = new ArrayList<>();
    private byte[] content;

    private FaultyFile(String name, Format format, byte[] content) {
        this.name = name;
        this.format = format;
        this.content = content;
    }

    static FaultyFile units(String name) {
        return new FaultyFile(name, Format.ORGANIZATION, bytes(Format.ORGANIZATION.text()));
    }

    static FaultyFile campaign(String name) {
        return new FaultyFile(name, Format.CAMPAIGN, bytes(Format.CAMPAIGN.text()));
    }

    static FaultyFile bytes(Format format, String name, byte[] content) {
        return new FaultyFile(name, format, content);
    }

    /** Sets what stands at the pointer, an element or a new member, to that JSON. */
    FaultyFile set(String pointer, String json) {
        return change(tree -> {
            JsonPointer at = JsonPointer.compile(pointer);
            JsonNode parent = tree.at(at.head());
            JsonNode value = read(bytes(json));
            if (parent instanceof ArrayNode list) {
                list.set(at.last().getMatchingIndex(), value);
            } else {
                ((ObjectNode) parent).set(at.last().getMatchingProperty(), value);
            }
            return tree;
        });
    }

    FaultyFile remove(String pointer) {
        return change(tree -> {
            JsonPointer at = JsonPointer.compile(pointer);
            ((ObjectNode) tree.at(at.head())).remove(at.last().getMatchingProperty());
            return tree;
        });
    }

    /** Adds a copy of an element to the end of its list. */
    FaultyFile repeat(String pointer) {
        return change(tree -> {
            ((ArrayNode) tree.at(JsonPointer.compile(pointer).head()))
                    .add(tree.at(pointer).deepCopy());
            return tree;
        });
    }

    /** Changes the text of the file itself. */
    FaultyFile replace(String old, String with) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalArgumentException("Not in the file: " + old);
        }
        content = bytes(
                text.replaceFirst(java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(with)));
        return this;
    }

    FaultyFile has(String path, String sentence) {
        faults.add(new Fault(path, sentence));
        return this;
    }

    public Format format() {
        return format;
    }

    public byte[] content() {
        return content.clone();
    }

    /** All of them, in any order. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    @Override
    public String toString() {
        return name;
    }

    private FaultyFile change(UnaryOperator<JsonNode> change) {
        content = bytes(change.apply(read(content)).toString());
        return this;
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
