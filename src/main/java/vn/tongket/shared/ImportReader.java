package vn.tongket.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException.Fault;

/**
 * Reads one JSON file from outside, at a bounded cost whatever it holds. Text is composed (NFC) on the way and that is
 * told; a doubled key, a sign that no database keeps or a number out of all measure is a fault at its place, and the
 * rest is still read. What is no JSON at all ends the reading.
 */
final class ImportReader {

    static final int MAX_DEPTH = 50;
    static final int MAX_TEXT = 200_000;
    /** Twenty thousand unions take a fifth of it. */
    private static final long MAX_TOKENS = 5_000_000;

    private static final int MAX_DIGITS = 30;
    private static final int TOLD_REMARKS = 100;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern UNUSABLE = Pattern.compile("[\\p{Cntrl}&&[^\n\r\t]]|\\p{Cs}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_TEXT)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .build();

    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> remarks = new ArrayList<>();
    private String at = "$";
    private boolean whole;

    /** The tree; an empty object when it could not be read to its end, with one fault that says why. */
    JsonNode read(byte[] content) {
        String text = decode(content);
        if (text == null) {
            return NODES.objectNode();
        }
        if (text.isBlank()) {
            faults.add(new Fault("$", "Tệp rỗng."));
            return NODES.objectNode();
        }
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            JsonNode tree = value(parser, "$");
            at = "$";
            if (parser.nextToken() != null) {
                faults.add(new Fault("$", "Sau nội dung JSON còn nội dung khác."));
            }
            whole = true;
            return tree;
        } catch (StreamConstraintsException e) {
            return unreadable(limit(String.valueOf(e.getMessage())));
        } catch (JsonEOFException e) {
            return unreadable("Tệp bị cắt cụt: hết tệp khi nội dung chưa kết thúc.");
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            return unreadable(
                    "Tệp không phải JSON hợp lệ (dòng %d, cột %d).".formatted(place.getLineNr(), place.getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file was read to its end, so that its content can be judged. */
    boolean isWhole() {
        return whole;
    }

    List<Fault> faults() {
        return faults;
    }

    List<Fault> remarks() {
        return remarks;
    }

    private @Nullable String decode(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            faults.add(new Fault("$", "Tệp không ở bảng mã UTF-8."));
            return null;
        }
    }

    private JsonNode unreadable(String sentence) {
        faults.clear();
        faults.add(new Fault(at, sentence));
        return NODES.objectNode();
    }

    private static String limit(String message) {
        if (message.contains("nesting depth")) {
            return "Tệp lồng nhau quá sâu, tối đa " + MAX_DEPTH + " tầng.";
        }
        if (message.contains("Token")) {
            return "Tệp có quá nhiều giá trị.";
        }
        return message.contains("Number")
                ? "Số có quá nhiều chữ số."
                : "Văn bản quá dài, tối đa " + Vietnamese.count(MAX_TEXT) + " ký tự.";
    }

    private JsonNode value(JsonParser parser, String path) throws IOException {
        at = path;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            case VALUE_STRING -> NODES.textNode(text(parser.getText(), path));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, path);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode object(JsonParser parser, String path) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = text(parser.currentName(), path);
            String place = path + JsonPlace.step(key);
            parser.nextToken();
            JsonNode value = value(parser, place);
            if (object.has(key)) {
                faults.add(new Fault(place, "Trường “" + key + "” có hai lần."));
            } else {
                object.set(key, value);
            }
        }
        return object;
    }

    private JsonNode array(JsonParser parser, String path) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, path + "[" + array.size() + "]"));
        }
        return array;
    }

    private String text(String text, String path) {
        String usable = UNUSABLE.matcher(text).replaceAll("");
        if (usable.length() < text.length()) {
            faults.add(new Fault(path, "Văn bản có ký tự điều khiển không dùng được."));
        }
        String composed = Normalizer.normalize(usable, Normalizer.Form.NFC);
        if (!composed.equals(usable) && remarks.size() < TOLD_REMARKS) {
            remarks.add(new Fault(path, "Văn bản chưa ở dạng Unicode dựng sẵn (NFC); hệ thống đã chuẩn hóa."));
        }
        return composed;
    }

    /** No figure of a union has thirty digits; arithmetic on such a number could take all memory. */
    private JsonNode number(JsonParser parser, String path) throws IOException {
        BigDecimal number;
        try {
            number = parser.getDecimalValue();
        } catch (NumberFormatException e) {
            number = BigDecimal.valueOf(1, Integer.MAX_VALUE);
        }
        if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS
                || Math.abs((long) number.scale()) > MAX_DIGITS) {
            faults.add(new Fault(path, "Số quá lớn hoặc quá nhiều chữ số."));
            return NODES.numberNode(0);
        }
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT && number.precision() <= 18
                ? NODES.numberNode(number.longValueExact())
                : NODES.numberNode(number);
    }
}
