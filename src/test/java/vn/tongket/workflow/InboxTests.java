package vn.tongket.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.tongket.report.ReportsOpened;
import vn.tongket.shared.DomainException;
import vn.tongket.support.BareEngine;
import vn.tongket.support.Coverage;
import vn.tongket.support.ProcessTestBase;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess;
import vn.tongket.workflow.unitreview.UnitReviewProcess;

class InboxTests extends ProcessTestBase {

    @RegisterExtension
    static ProcessEngineCoverageExtension coverage = Coverage.unasserted();

    private static final String OFFICER = "songdacanbo";
    private static final String GROUP = "SONGDAcanbo";
    private static final String TENANT = "CDXDVN";

    private final Inbox inbox = BareEngine.bean(Inbox.class);
    private final IdentityService identity = BareEngine.bean(IdentityService.class);

    @BeforeEach
    void anOfficerOfSongDa() {
        User user = identity.newUser(OFFICER);
        identity.saveUser(user);
        Group group = identity.newGroup(GROUP);
        identity.saveGroup(group);
        Tenant tenant = identity.newTenant(TENANT);
        identity.saveTenant(tenant);
        identity.createMembership(OFFICER, GROUP);
        identity.createTenantGroupMembership(TENANT, GROUP);
    }

    @AfterEach
    void gone() {
        identity.deleteUser(OFFICER);
        identity.deleteGroup(GROUP);
        identity.deleteTenant(TENANT);
    }

    @Test
    void listsTheOpenTasksOfACampaignAndItsUnits() {
        startCampaign();
        startUnit();
        BareEngine.context().publishEvent(new ReportsOpened("TK_KHAC", TENANT, java.util.List.of("HUD")));

        assertThat(inbox.open(CAMPAIGN))
                .extracting(OpenTask::businessKey, OpenTask::taskKey)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(CAMPAIGN, ReviewCampaignProcess.Task.DRAFT_PLAN),
                        org.assertj.core.groups.Tuple.tuple(UNIT_KEY, UnitReviewProcess.Task.RECEIVE_PLAN));
    }

    @Test
    void completesATaskWithThePersonsOwnRightsAndForgetsThem() {
        startUnit();

        inbox.complete(
                UNIT_KEY,
                UnitReviewProcess.Task.RECEIVE_PLAN,
                OFFICER,
                Map.of("reviewForm", "OTHER", "personInCharge", "Cán bộ", "ownDate", "2017-10-10"));

        verify(reports)
                .receivePlan(
                        org.mockito.ArgumentMatchers.eq(CAMPAIGN),
                        org.mockito.ArgumentMatchers.eq(UNIT),
                        org.mockito.ArgumentMatchers.any(),
                        org.mockito.ArgumentMatchers.eq(OFFICER));
        assertThat(identity.getCurrentAuthentication()).isNull();
    }

    @Test
    void refusesATaskThatIsNotOpen() {
        startUnit();

        assertThatThrownBy(() -> inbox.complete(UNIT_KEY, UnitReviewProcess.Task.SIGN_UNIT_REPORT, OFFICER, Map.of()))
                .isInstanceOf(DomainException.class)
                .hasMessage("Không có việc này đang mở ở TK-20NQTW-2017/SONGDA.");
    }
}
