package vn.tongket.report;

import java.util.List;

/** Participants got their report to fill in, in one chunk of the issue. Published in the opening transaction. */
public record ReportsOpened(String campaign, String issuer, List<String> units) {

    public ReportsOpened {
        units = List.copyOf(units);
    }
}
