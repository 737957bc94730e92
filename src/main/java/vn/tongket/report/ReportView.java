package vn.tongket.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.Participant;

/** All that a page shows of one unit's report. */
public record ReportView(
        Campaign campaign,
        Participant participant,
        Report report,
        UnitStatus status,
        ReportForm form,
        ReportContent content,
        Map<String, Integer> sectionVersions,
        int figuresVersion,
        Optional<ReportVersion> lastVersion,
        List<ReportReturn> returns) {

    /** Neither on its way, nor let off because the plan was withdrawn. */
    public boolean isWritable() {
        return campaign.withdrawal().isEmpty() && report.state().isWritable();
    }
}
