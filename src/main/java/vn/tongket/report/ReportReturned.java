package vn.tongket.report;

import java.time.LocalDate;
import java.util.List;

/**
 * A report was sent back to its unit. Published in the deciding transaction.
 *
 * @param reasons each with the name of its place: {@code Phụ lục PL01: Sai đơn vị tính}
 */
public record ReportReturned(String campaign, String unit, int version, LocalDate due, List<String> reasons) {}
