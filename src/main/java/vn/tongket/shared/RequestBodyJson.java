package vn.tongket.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request to the API: limited in size, strict JSON, refused with a sentence. */
public final class RequestBodyJson {

    /** A whole report's figures take a tenth of it. */
    private static final int MAX_BYTES = 2_000_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RequestBodyJson() {}

    /** Any JSON; what is none, or larger than 2 MB, is refused. */
    public static JsonNode read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw DomainException.tooLarge("Nội dung gửi lên quá lớn, tối đa 2 MB.");
            }
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw DomainException.malformed("Nội dung gửi lên không phải JSON hợp lệ.");
        } catch (IOException e) {
            throw DomainException.malformed("Không đọc được nội dung gửi lên.");
        }
    }

    /** {@code {"text": …}} and nothing else. */
    public static String text(InputStream body) {
        JsonNode json = read(body);
        if (json.size() != 1 || !json.path("text").isTextual()) {
            throw DomainException.malformed("Nội dung phải có dạng {\"text\": \"…\"}.");
        }
        return json.path("text").textValue();
    }
}
