package vn.tongket.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;

/** The rows of a list form: types when they are saved, required cells when the report is signed. */
final class ListRows {

    private static final int MAX_ROWS = 500;
    private static final int MAX_TEXT = 4000;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

    private ListRows() {}

    /** The rows with canonical values; refuses unknown columns and wrong types, all listed. */
    static List<Map<String, Object>> canonical(ListForm form, List<Map<String, Object>> rows) {
        if (rows.size() > MAX_ROWS) {
            throw DomainException.refused("Biểu " + form.code() + " nhận tối đa " + MAX_ROWS + " dòng.");
        }
        List<Fault> faults = new ArrayList<>();
        List<Map<String, Object>> result = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            result.add(row(form, rows.get(i), form.code() + "/" + (i + 1), faults));
        }
        if (!faults.isEmpty()) {
            throw DomainException.refused("Biểu " + form.code() + " có " + faults.size() + " lỗi.", faults);
        }
        return result;
    }

    /** Required cells that are empty. */
    static List<Fault> faultsOf(ListForm form, List<Map<String, Object>> rows) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (ListColumn column : form.columns()) {
                if (column.required() && rows.get(i).get(column.key()) == null) {
                    faults.add(new Fault(
                            form.code() + "/" + (i + 1) + "/" + column.key(),
                            "Biểu %s dòng %d: chưa ghi “%s”.".formatted(form.code(), i + 1, column.label())));
                }
            }
        }
        return faults;
    }

    private static Map<String, Object> row(ListForm form, Map<String, Object> row, String path, List<Fault> faults) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (String key : row.keySet()) {
            if (form.columns().stream().noneMatch(column -> column.key().equals(key))) {
                faults.add(new Fault(path + "/" + key, "Biểu " + form.code() + " không có cột “" + key + "”."));
            }
        }
        for (ListColumn column : form.columns()) {
            Object value = row.get(column.key());
            if (value != null && !value.toString().isBlank()) {
                Object canonical = value(column, value);
                if (canonical == null) {
                    faults.add(new Fault(
                            path + "/" + column.key(), "Cột “%s”: giá trị không hợp lệ.".formatted(column.label())));
                } else {
                    result.put(column.key(), canonical);
                }
            }
        }
        return result;
    }

    private static @Nullable Object value(ListColumn column, Object value) {
        String text = PlainText.clean(value.toString());
        try {
            return switch (column.type()) {
                case "int" -> INTEGER.matcher(text).matches() ? new BigDecimal(text).toPlainString() : null;
                case "decimal" -> DECIMAL.matcher(text).matches() ? new BigDecimal(text).toPlainString() : null;
                case "date" -> LocalDate.parse(text).toString();
                case "bool" -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : null;
                case "enum" -> column.values() != null && column.values().contains(text) ? text : null;
                default -> PlainText.length(text) <= limit(column) ? text : null;
            };
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static int limit(ListColumn column) {
        return column.maxChars() == null ? MAX_TEXT : column.maxChars();
    }
}
