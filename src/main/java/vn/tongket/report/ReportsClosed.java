package vn.tongket.report;

import java.util.List;

/** Reports left open were closed as not sent, in one chunk of the lock. Published in the closing transaction. */
public record ReportsClosed(String campaign, List<String> units) {

    public ReportsClosed {
        units = List.copyOf(units);
    }
}
