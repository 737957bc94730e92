package vn.tongket.report.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.tongket.report.ReportGrid.Change;

/** Reads the bodies of the report's API: limited in size, strict in shape, refused with a sentence. */
final class RequestJson {

    /** A whole report's figures take a tenth of it. */
    private static final int MAX_BYTES = 2_000_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RequestJson() {}

    /** {@code {"text": …}}. */
    static String text(InputStream body) {
        JsonNode json = read(body);
        if (json.size() != 1 || !json.path("text").isTextual()) {
            throw new BadRequest("Nội dung phải có dạng {\"text\": \"…\"}.");
        }
        return json.path("text").textValue();
    }

    /** {@code {"PL01.LD": {"2008": "18500", "2009": null}}}. */
    static Map<String, Map<String, @Nullable String>> figures(InputStream body) {
        Map<String, Map<String, @Nullable String>> figures = new LinkedHashMap<>();
        for (var row : object(read(body)).properties()) {
            Map<String, @Nullable String> years = new LinkedHashMap<>();
            for (var cell : object(row.getValue()).properties()) {
                years.put(cell.getKey(), stringOrNull(cell.getValue()));
            }
            figures.put(row.getKey(), years);
        }
        return figures;
    }

    /** {@code {"PL01.LD": {"2008": {"was": "18500", "typed": "19.000"}}}}. */
    static Map<String, Map<String, Change>> changes(InputStream body) {
        Map<String, Map<String, Change>> changes = new LinkedHashMap<>();
        for (var row : object(read(body)).properties()) {
            Map<String, Change> years = new LinkedHashMap<>();
            for (var cell : object(row.getValue()).properties()) {
                JsonNode change = object(cell.getValue());
                years.put(
                        cell.getKey(),
                        new Change(stringOrNull(change.path("was")), stringOrNull(change.path("typed"))));
            }
            changes.put(row.getKey(), years);
        }
        return changes;
    }

    /** An array of rows; a cell is a string, a number, true, false or null. */
    static List<Map<String, Object>> rows(InputStream body) {
        JsonNode json = read(body);
        if (!json.isArray()) {
            throw new BadRequest("Nội dung phải là một mảng JSON gồm các dòng.");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode row : json) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (var cell : object(row).properties()) {
                if (cell.getValue().isContainerNode()) {
                    throw new BadRequest("Cột “" + cell.getKey() + "” phải là một giá trị đơn.");
                }
                if (!cell.getValue().isNull()) {
                    cells.put(cell.getKey(), cell.getValue().asText());
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    private static JsonNode object(JsonNode json) {
        if (!json.isObject()) {
            throw new BadRequest("Nội dung phải có dạng {\"mã chỉ tiêu\": {\"năm\": …}} hoặc {\"cột\": …}.");
        }
        return json;
    }

    private static @Nullable String stringOrNull(JsonNode json) {
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        if (!json.isTextual()) {
            throw new BadRequest("Số liệu phải ghi trong dấu nháy, ví dụ \"18500\"; null để xóa.");
        }
        return json.textValue();
    }

    private static JsonNode read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new BadRequest(HttpStatus.PAYLOAD_TOO_LARGE, "Nội dung gửi lên quá lớn, tối đa 2 MB.");
            }
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new BadRequest("Nội dung gửi lên không phải JSON hợp lệ.");
        } catch (IOException e) {
            throw new BadRequest("Không đọc được nội dung gửi lên.");
        }
    }
}
