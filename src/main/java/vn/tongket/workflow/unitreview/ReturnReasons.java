package vn.tongket.workflow.unitreview;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;

/**
 * Reads the reasons for a return, one a line: {@code P1.I.1: lý do}, {@code PL02: lý do}, or a reason alone for the
 * whole report. A code has a digit and no blank; whether the campaign knows it is the domain's to say.
 */
final class ReturnReasons {

    private static final Pattern WITH_CODE = Pattern.compile("(?=\\S*\\d)([A-Za-z0-9._-]+)\\s*:\\s*(\\S.*)");

    private ReturnReasons() {}

    static List<Reason> parse(List<String> lines) {
        return lines.stream().map(ReturnReasons::reason).toList();
    }

    private static Reason reason(String line) {
        Matcher withCode = WITH_CODE.matcher(line);
        return withCode.matches() ? new Reason(withCode.group(1), withCode.group(2)) : new Reason(null, line);
    }
}
