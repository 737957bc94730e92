package vn.tongket.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import vn.tongket.shared.DomainException.Fault;

/** Reads and writes the import formats (formats.md): snake_case names, unknown and doubled keys refused. */
public final class ImportJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(50).build());
    }

    private ImportJson() {}

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The file's content as {@code type}; what cannot be read is refused with its place in the file. */
    public static <T> T read(byte[] file, Class<T> type) {
        try {
            return MAPPER.readValue(Vietnamese.nfc(new String(file, StandardCharsets.UTF_8)), type);
        } catch (UnrecognizedPropertyException e) {
            throw refused(path(e), "Không có trường nào tên là “" + e.getPropertyName() + "”.", e);
        } catch (JsonMappingException e) {
            throw refused(path(e), "Giá trị không đúng kiểu dữ liệu.", e);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String line = at == null ? "$" : "dòng " + at.getLineNr() + ", cột " + at.getColumnNr();
            throw refused(line, "Tệp không phải JSON hợp lệ.", e);
        } catch (IOException e) {
            throw refused("$", "Không đọc được tệp.", e);
        }
    }

    private static DomainException refused(String path, String sentence, Exception cause) {
        var refusal = DomainException.refused(
                "Không nhập được tệp: " + path + ": " + sentence, List.of(new Fault(path, sentence)));
        refusal.initCause(cause);
        return refusal;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining("", "$", ""));
    }
}
