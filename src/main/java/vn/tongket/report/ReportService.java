package vn.tongket.report;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import vn.tongket.report.ReportCommands.HoldReview;
import vn.tongket.report.ReportCommands.ReceivePlan;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportCommands.SignReport;
import vn.tongket.security.CurrentUser;

/** The way of each unit's report from the plan's receipt to acceptance. */
@Service
public class ReportService {

    /** Opens up to {@code limit} participants' reports that are not open yet; answers how many. Repeatable. */
    public int openNext(String campaign, int limit) {
        throw new UnsupportedOperationException();
    }

    public void receivePlan(String campaign, String unit, ReceivePlan command, String actor) {
        throw new UnsupportedOperationException();
    }

    public void holdReview(String campaign, String unit, HoldReview command, String actor) {
        throw new UnsupportedOperationException();
    }

    /** Hands the report to the chair; refuses missing headings, cells and rows and broken length limits, all listed. */
    public void finishWriting(String campaign, String unit, String actor) {
        throw new UnsupportedOperationException();
    }

    /** The chair signs, the report is sent. */
    public void sign(String campaign, String unit, SignReport command, String actor) {
        throw new UnsupportedOperationException();
    }

    /** The chair sends it back to the writers; refuses a blank reason. */
    public void sendBackToWriters(String campaign, String unit, String reason, String actor) {
        throw new UnsupportedOperationException();
    }

    /** Only the head of the focal department may ({@code TRUONG_BAN} of the issuer). */
    public void accept(String campaign, String unit, CurrentUser actor) {
        throw new UnsupportedOperationException();
    }

    public void returnToUnit(String campaign, String unit, ReturnReport command, String actor) {
        throw new UnsupportedOperationException();
    }

    /** Whether a required participant is neither accepted nor exempt nor closed. */
    public boolean anyRequiredOpen(String campaign) {
        throw new UnsupportedOperationException();
    }

    /** The unit's own last acceptable day. */
    public LocalDate effectiveDeadline(String campaign, String unit) {
        throw new UnsupportedOperationException();
    }

    /** The head's decision to lock; refuses while a sent report awaits review. */
    public void closeCollection(String campaign, String actor) {
        throw new UnsupportedOperationException();
    }

    /** The lock's sweep: fixes versions and closes what is open, up to {@code limit} reports; answers how many. */
    public int closeNext(String campaign, int limit) {
        throw new UnsupportedOperationException();
    }
}
