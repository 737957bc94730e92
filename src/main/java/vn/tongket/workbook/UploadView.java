package vn.tongket.workbook;

import java.util.List;
import vn.tongket.report.ReportView;
import vn.tongket.statistics.Finding;

/**
 * Everything about an upload that a person decides by.
 *
 * @param loose text that stands under no heading, to be placed
 * @param seen names exactly these differences: what is taken must be what was seen
 * @param broken the cross-checks that would not hold if all that the file changed were taken
 */
public record UploadView(
        ReportView report,
        Upload upload,
        List<Remark> remarks,
        List<Difference> differences,
        List<Loose> loose,
        String seen,
        List<Finding> broken) {}
