package vn.tongket.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/** Applies a change to figures, all of it or nothing, and gathers every fault. */
final class FigureMerge {

    interface Reader {
        @Nullable
        FigureValue read(Indicator indicator, @Nullable String text);
    }

    private final FigureForm form;
    private final Reader reader;
    private final List<Fault> faults = new ArrayList<>();

    FigureMerge(FigureForm form, Reader reader) {
        this.form = form;
        this.reader = reader;
    }

    Figures apply(Figures now, Map<String, ? extends Map<String, @Nullable String>> patch) {
        Map<String, Map<String, @Nullable String>> accepted = new HashMap<>();
        for (var row : patch.entrySet()) {
            Indicator indicator = form.indicator(row.getKey());
            if (indicator == null) {
                fault(row.getKey(), "Các phụ lục của đơn vị không có chỉ tiêu “%s”.".formatted(row.getKey()));
            } else {
                accepted.put(indicator.code(), acceptRow(indicator, row.getValue()));
            }
        }
        if (!faults.isEmpty()) {
            throw DomainException.refused(
                    faults.size() == 1
                            ? faults.get(0).message()
                            : "Có %d ô không nhận được: %s"
                                    .formatted(faults.size(), faults.get(0).message()),
                    faults);
        }
        return now.with(accepted);
    }

    private Map<String, @Nullable String> acceptRow(Indicator indicator, Map<String, @Nullable String> years) {
        Map<String, @Nullable String> accepted = new HashMap<>();
        for (var cell : years.entrySet()) {
            String path = indicator.code() + "/" + cell.getKey();
            Integer year = yearOf(indicator, cell.getKey());
            if (year == null) {
                fault(path, "Chỉ tiêu “%s” không có cột năm “%s”.".formatted(indicator.name(), cell.getKey()));
                continue;
            }
            try {
                FigureValue value = accept(indicator, year, cell.getValue());
                accepted.put(cell.getKey(), value == null ? null : value.canonical());
            } catch (DomainException refusal) {
                fault(path, form.place(indicator.code(), year) + ": " + refusal.getMessage());
            }
        }
        return accepted;
    }

    private @Nullable FigureValue accept(Indicator indicator, int year, @Nullable String text) {
        FigureValue value = reader.read(indicator, text);
        if (value == null) {
            return null;
        }
        if (indicator.computed()) {
            throw DomainException.refused("ô này do hệ thống tính, không nhập.");
        }
        if (form.isClosed(indicator, year)) {
            // What stands there by itself may be sent back, but is not stored.
            if (value == FigureValue.Mark.NOT_APPLICABLE) {
                return null;
            }
            throw DomainException.refused("năm này không áp dụng (x), không nhập số liệu.");
        }
        return value;
    }

    private @Nullable Integer yearOf(Indicator indicator, String text) {
        return form.years(indicator.code()).stream()
                .filter(year -> String.valueOf(year).equals(text))
                .findFirst()
                .orElse(null);
    }

    private void fault(String path, String message) {
        faults.add(new Fault(path, message));
    }
}
