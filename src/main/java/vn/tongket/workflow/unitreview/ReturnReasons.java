package vn.tongket.workflow.unitreview;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;

/**
 * Reads the reasons for a return, one a line: {@code P1.I.1: lý do}, {@code PL02: lý do}, or a reason alone for the
 * whole report. A code of a cell is {@code PL01.LD/2008}. A code is what the campaign knows as one. What only looks like one, with a digit and no blank, is taken
 * for one too, so that the domain refuses the slip of the pen.
 */
final class ReturnReasons {

    private static final Pattern WITH_CODE = Pattern.compile("(?=\\S*\\d)([A-Za-z0-9._-]+)\\s*:\\s*(\\S.*)");
    private static final Pattern WITH_COLON = Pattern.compile("([^:]+?)\\s*:\\s*(\\S.*)");

    private ReturnReasons() {}

    /** {@code codes} are those of the report's places. */
    static List<Reason> parse(List<String> lines, Set<String> codes) {
        return lines.stream().map(line -> reason(line, codes)).toList();
    }

    private static Reason reason(String line, Set<String> codes) {
        Matcher known = WITH_COLON.matcher(line);
        if (known.matches() && codes.contains(known.group(1))) {
            return new Reason(known.group(1), null, known.group(2));
        }
        Matcher withCode = WITH_CODE.matcher(line);
        return withCode.matches()
                ? new Reason(withCode.group(1), null, withCode.group(2))
                : new Reason(null, null, line);
    }
}
