package vn.tongket.report;

import java.util.List;

/** What a unit writes, with the files that belong to it: all that is signed but number and date. */
public record WholeContent(ReportContent content, List<ReportAttachments.Hash> attachments) {}
