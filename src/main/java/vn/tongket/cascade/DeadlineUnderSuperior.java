package vn.tongket.cascade;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.CampaignTree;
import vn.tongket.campaign.PlanRule;
import vn.tongket.report.ReportDeadlines;
import vn.tongket.shared.DomainException.Fault;

/** A campaign under a superior's ends before its union's own report is due there, also when its dates are changed; a
 * superior's plan that was withdrawn asks for nothing. */
@Component
class DeadlineUnderSuperior implements PlanRule {

    private final CampaignTree tree;
    private final ReportDeadlines deadlines;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DeadlineUnderSuperior(CampaignTree tree, ReportDeadlines deadlines, WorkingCalendar calendar, Clock clock) {
        this.tree = tree;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Optional<Fault> faultOf(Campaign campaign, LocalDate closing) {
        return tree.above(campaign)
                .filter(above -> above.campaign().state() != CampaignState.CANCELLED)
                .map(above ->
                        deadlines.of(above.campaign().code(), above.unit()).deadline())
                .flatMap(day ->
                        new OpeningDates(calendar.days(), LocalDate.now(clock), day).tooLate(closing, "deadline"));
    }
}
