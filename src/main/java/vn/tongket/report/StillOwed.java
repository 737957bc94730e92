package vn.tongket.report;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What keeps one unit's report from having been sent, as a mail tells it. */
@Service
@Transactional(readOnly = true)
public class StillOwed {

    private final Reports reports;
    private final Drafts drafts;

    StillOwed(Reports reports, Drafts drafts) {
        this.reports = reports;
        this.drafts = drafts;
    }

    /** A dozen lines at most, without a full stop; none when the unit owes nothing. */
    public List<String> of(String campaign, String unit) {
        var place = reports.findUnit(campaign, unit);
        SubmissionState state = place.report().state();
        return SubmissionState.OWING.contains(state)
                ? OwedLines.of(
                        reports.form(place), drafts.content(place.report().id()), state)
                : List.of();
    }
}
