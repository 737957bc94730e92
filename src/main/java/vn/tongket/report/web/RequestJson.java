package vn.tongket.report.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tongket.report.ReportChecks;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.report.ReportGrid.Change;
import vn.tongket.report.ReturnAnswers;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.RequestBodyJson;

/** Reads the bodies of the report's API: strict in shape, refused with a sentence. */
final class RequestJson {

    private static final Set<String> REASON = Set.of("place", "listed", "words");

    private RequestJson() {}

    /** {@code {"PL01.LD": {"2008": "18500", "2009": null}}}. */
    static Map<String, Map<String, @Nullable String>> figures(InputStream body) {
        Map<String, Map<String, @Nullable String>> figures = new LinkedHashMap<>();
        for (var row : object(RequestBodyJson.read(body)).properties()) {
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
        for (var row : object(RequestBodyJson.read(body)).properties()) {
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

    /** {@code {"R12/PL01.LD/2008": {"was": null, "text": "Sáp nhập hai đơn vị."}}}. */
    static Map<String, ReportChecks.Change> explanations(InputStream body) {
        Map<String, ReportChecks.Change> changes = new LinkedHashMap<>();
        for (var entry : object(RequestBodyJson.read(body)).properties()) {
            JsonNode change = object(entry.getValue());
            changes.put(
                    entry.getKey(),
                    new ReportChecks.Change(stringOrNull(change.path("was")), stringOrNull(change.path("text"))));
        }
        return changes;
    }

    /** {@code {"0b5c…": {"was": null, "text": "Đã sửa."}}}. */
    static Map<String, ReturnAnswers.Change> answers(InputStream body) {
        Map<String, ReturnAnswers.Change> changes = new LinkedHashMap<>();
        for (var entry : object(RequestBodyJson.read(body)).properties()) {
            JsonNode change = object(entry.getValue());
            changes.put(
                    entry.getKey(),
                    new ReturnAnswers.Change(stringOrNull(change.path("was")), stringOrNull(change.path("text"))));
        }
        return changes;
    }

    /** {@code {"place": "PL01.LD/2008", "listed": "Sai đơn vị tính", "words": null}}. */
    static Reason reason(InputStream body) {
        JsonNode json = RequestBodyJson.read(body);
        if (!json.isObject() || json.properties().stream().anyMatch(field -> !REASON.contains(field.getKey()))) {
            throw DomainException.malformed(
                    "Nội dung phải có dạng {\"place\": \"PL01.LD/2008\", \"listed\": …, \"words\": …}.");
        }
        return new Reason(
                stringOrNull(json.path("place")), stringOrNull(json.path("listed")), stringOrNull(json.path("words")));
    }

    /** An array of rows; a cell is a string, a number, true, false or null. */
    static List<Map<String, Object>> rows(InputStream body) {
        JsonNode json = RequestBodyJson.read(body);
        if (!json.isArray()) {
            throw DomainException.malformed("Nội dung phải là một mảng JSON gồm các dòng.");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode row : json) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (var cell : object(row).properties()) {
                if (cell.getValue().isContainerNode()) {
                    throw DomainException.malformed("Cột “" + cell.getKey() + "” phải là một giá trị đơn.");
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
            throw DomainException.malformed("Nội dung phải có dạng {\"mã chỉ tiêu\": {\"năm\": …}} hoặc {\"cột\": …}.");
        }
        return json;
    }

    private static @Nullable String stringOrNull(JsonNode json) {
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        if (!json.isTextual()) {
            throw DomainException.malformed("Giá trị phải ghi trong dấu nháy, ví dụ \"18500\"; null để xóa.");
        }
        return json.textValue();
    }
}
