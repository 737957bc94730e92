package vn.tongket.notification;

import java.util.List;
import java.util.Optional;
import vn.tongket.report.SubmissionState;

/** The tables that say who is told what on a campaign's day ({@code bpmn/notices.dmn}). */
public interface NoticeRules {

    /** The tables as they are deployed now; for one decision, which asks them often. */
    Table current();

    /** Both tables, as they were when they were looked up. */
    interface Table {

        /** What a unit that owes its report is told on that day; empty: nothing. */
        Optional<Told> unit(UnitDay day);

        /** What is told about the whole campaign. */
        List<Told> campaign(CampaignDay day);
    }

    /** Whether the plan names a reminder so many working days before T. */
    enum FileSays {
        NAMED,
        UNNAMED,
        /** It names no reminder at all. */
        SILENT
    }

    /**
     * A working day in the eyes of a unit that owes its report.
     *
     * @param workingDaysLeft to T of the day by which it owes; negative after it
     * @param category code of the kind of union
     * @param returns how often its report was returned so far
     */
    record UnitDay(int workingDaysLeft, FileSays fileSays, String category, SubmissionState state, int returns) {}

    /**
     * A working day in the eyes of the whole campaign.
     *
     * @param weekBegins it is the first working day of its week
     * @param workingDaysLeft to T of the common deadline; negative after it
     * @param percentMissing how many of 100 required units owe their report
     * @param percentAllowed how many may before somebody is told
     */
    record CampaignDay(boolean weekBegins, int workingDaysLeft, double percentMissing, int percentAllowed) {}

    /**
     * What is told, and to whom; each addressee once, in this order.
     *
     * @param tone which of the kind's wordings
     */
    record Told(NoticeKind kind, List<Addressee> addressees, String tone) {

        public Told {
            addressees = List.copyOf(addressees);
        }
    }
}
