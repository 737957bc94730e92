package vn.tongket.workbook;

import vn.tongket.report.ReportForm;

/** The report for which a file is meant: whose, which sending is being written, and what it asks for. */
record Expected(String campaign, String unit, int version, ReportForm form) {}
