package vn.tongket.report;

import java.util.List;

/** Open reports were closed, in one chunk of the lock or of a withdrawal. Published in the closing transaction. */
public record ReportsClosed(String campaign, List<String> units) {

    public ReportsClosed {
        units = List.copyOf(units);
    }
}
