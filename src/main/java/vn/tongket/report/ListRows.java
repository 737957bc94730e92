package vn.tongket.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/** The rows of a list form: types when they are saved, required cells when the report is signed. */
final class ListRows {

    private static final int MAX_ROWS = 500;

    private ListRows() {}

    /**
     * The rows with canonical values; refuses unknown columns and wrong cells, all listed. {@code files}: the names of
     * the report's attachments.
     */
    static List<Map<String, Object>> canonical(ListForm form, List<Map<String, Object>> rows, Set<String> files) {
        if (rows.size() > MAX_ROWS) {
            throw DomainException.refused("Biểu " + form.code() + " nhận tối đa " + MAX_ROWS + " dòng.");
        }
        List<Fault> faults = new ArrayList<>();
        List<Map<String, Object>> result = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            result.add(row(form, rows.get(i), files, form.code() + "/" + (i + 1), faults));
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

    private static Map<String, Object> row(
            ListForm form, Map<String, Object> row, Set<String> files, String path, List<Fault> faults) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (String key : row.keySet()) {
            if (form.columns().stream().noneMatch(column -> column.key().equals(key))) {
                faults.add(new Fault(path + "/" + key, "Biểu " + form.code() + " không có cột “" + key + "”."));
            }
        }
        for (ListColumn column : form.columns()) {
            Object value = row.get(column.key());
            if (value != null && !value.toString().isBlank()) {
                try {
                    result.put(column.key(), new ListCells(column, files).canonical(value.toString()));
                } catch (DomainException refusal) {
                    faults.add(new Fault(
                            path + "/" + column.key(), "Cột “%s”: %s".formatted(column.label(), refusal.getMessage())));
                }
            }
        }
        return result;
    }
}
