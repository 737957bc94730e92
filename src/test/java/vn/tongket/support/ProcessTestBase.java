package vn.tongket.support;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.Mockito;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.campaign.CampaignDates;
import vn.tongket.campaign.CampaignImported;
import vn.tongket.campaign.CampaignService;
import vn.tongket.cascade.OwnCampaigns;
import vn.tongket.cascade.ReportUpward;
import vn.tongket.conference.ConferenceService;
import vn.tongket.document.Documents;
import vn.tongket.document.OfficialDocuments;
import vn.tongket.document.OfficialDocuments.Proposal;
import vn.tongket.extension.BulkExtensions;
import vn.tongket.extension.Extensions;
import vn.tongket.notification.CampaignNotices;
import vn.tongket.notification.NoticeDays;
import vn.tongket.organization.Organization;
import vn.tongket.reachability.Reachability;
import vn.tongket.report.Exemptions;
import vn.tongket.report.LateAcceptances;
import vn.tongket.report.ReportCollection;
import vn.tongket.report.ReportReview;
import vn.tongket.report.ReportService;
import vn.tongket.report.ReportsOpened;
import vn.tongket.report.WithdrawnReports;
import vn.tongket.synthesis.SynthesisService;
import vn.tongket.workflow.engine.TaskDueDates;

/**
 * A path test on the bare engine: one campaign of CDXDVN with the plan's dates (last acceptable day 04/11/2017, T =
 * 03/11, reminders on 06/10, 20/10, 27/10 and 02/11), and the domain's services as mocks.
 */
public abstract class ProcessTestBase {

    protected static final String CAMPAIGN = "TK-20NQTW-2017";
    protected static final String UNIT = "SONGDA";
    protected static final String UNIT_KEY = CAMPAIGN + "/" + UNIT;
    protected static final LocalDate LAST_DAY = LocalDate.of(2017, 11, 4);
    protected static final List<LocalDate> REMINDERS = List.of(
            LocalDate.of(2017, 10, 6),
            LocalDate.of(2017, 10, 20),
            LocalDate.of(2017, 10, 27),
            LocalDate.of(2017, 11, 2));

    protected final CampaignService campaigns = BareEngine.bean(CampaignService.class);
    protected final ReportService reports = BareEngine.bean(ReportService.class);
    protected final ReportReview review = BareEngine.bean(ReportReview.class);
    protected final Exemptions exemptions = BareEngine.bean(Exemptions.class);
    protected final LateAcceptances late = BareEngine.bean(LateAcceptances.class);
    protected final WithdrawnReports withdrawn = BareEngine.bean(WithdrawnReports.class);
    protected final ReportCollection collection = BareEngine.bean(ReportCollection.class);
    protected final Extensions extensions = BareEngine.bean(Extensions.class);
    protected final BulkExtensions bulkExtensions = BareEngine.bean(BulkExtensions.class);
    protected final TaskDueDates dueDates = BareEngine.bean(TaskDueDates.class);
    protected final OfficialDocuments documents = BareEngine.bean(OfficialDocuments.class);
    protected final CampaignNotices notices = BareEngine.bean(CampaignNotices.class);
    protected final Reachability reachability = BareEngine.bean(Reachability.class);
    protected final ReportUpward upward = BareEngine.bean(ReportUpward.class);
    protected final OwnCampaigns own = BareEngine.bean(OwnCampaigns.class);
    protected final Documents stored = BareEngine.bean(Documents.class);
    protected final NoticeDays noticeDays = BareEngine.bean(NoticeDays.class);
    protected final SynthesisService synthesis = BareEngine.bean(SynthesisService.class);
    protected final ConferenceService conferences = BareEngine.bean(ConferenceService.class);
    protected final WorkingCalendar calendar = BareEngine.bean(WorkingCalendar.class);
    protected final TestClock clock = BareEngine.bean(TestClock.class);

    @BeforeEach
    void standOnTheFirstDay() {
        Organization organization = BareEngine.bean(Organization.class);
        Mockito.reset(
                campaigns,
                reports,
                review,
                exemptions,
                late,
                withdrawn,
                collection,
                extensions,
                bulkExtensions,
                dueDates,
                documents,
                notices,
                reachability,
                upward,
                own,
                stored,
                noticeDays,
                synthesis,
                conferences,
                calendar,
                organization);
        clock.set("2017-09-05T08:30");
        when(campaigns.issuer(CAMPAIGN)).thenReturn("CDXDVN");
        when(campaigns.milestone(anyString(), anyString())).thenReturn(Optional.empty());
        when(campaigns.dates(CAMPAIGN))
                .thenReturn(new CampaignDates(LAST_DAY, LocalDate.of(2017, 11, 3), null, REMINDERS));
        when(noticeDays.replan(eq(CAMPAIGN), any())).thenReturn(REMINDERS.get(0).atTime(8, 0));
        when(reports.owedBy(eq(CAMPAIGN), anyString())).thenReturn(LAST_DAY);
        when(collection.isHeldOpen(CAMPAIGN)).thenReturn(true);
        when(documents.proposePlan(CAMPAIGN)).thenReturn(new Proposal(45, LocalDate.of(2017, 9, 5), "Người ký thử"));
        when(documents.proposeReport(CAMPAIGN))
                .thenReturn(new Proposal(123, LocalDate.of(2017, 12, 25), "Người ký thử"));
        // Calendar days are enough here: what a working day is, the calendar's own tests say.
        when(calendar.plus(any(), anyInt()))
                .thenAnswer(call -> call.<LocalDate>getArgument(0).plusDays(call.<Integer>getArgument(1)));
        when(organization.shortName(UNIT)).thenReturn("Sông Đà");
    }

    @AfterEach
    void clear() {
        ProcessEngine engine = BareEngine.bean(ProcessEngine.class);
        engine.getIdentityService().clearAuthentication();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .list()
                .forEach(instance ->
                        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test over", true));
    }

    /** The campaign was imported. */
    protected ProcessSteps startCampaign() {
        BareEngine.context().publishEvent(new CampaignImported(CAMPAIGN, "CDXDVN"));
        return ProcessSteps.of(CAMPAIGN);
    }

    /** One unit got its report to fill in. */
    protected ProcessSteps startUnit() {
        BareEngine.context().publishEvent(new ReportsOpened(CAMPAIGN, "CDXDVN", List.of(UNIT)));
        return ProcessSteps.of(UNIT_KEY);
    }
}
