package vn.tongket.workflow.reviewcampaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tongket.support.Actor.THUONG_TRUC;
import static vn.tongket.support.Actor.TRUONG_BAN;
import static vn.tongket.support.Actor.TUYEN_GIAO;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tongket.support.BareEngine;
import vn.tongket.support.ProcessSteps;
import vn.tongket.support.ProcessTestBase;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.engine.IssuerTenantProvider;

/** Campaigns of the version in which notices ended with the deadline, when a node with the present one starts. */
class CarryOverCampaignsTests extends ProcessTestBase {

    private static final Date DEADLINE = EngineDates.at(LocalDateTime.of(2017, 11, 5, 0, 0));

    private final RepositoryService repository = BareEngine.bean(RepositoryService.class);
    private final RuntimeService runtime = BareEngine.bean(RuntimeService.class);
    private final CarryOverCampaigns carryOver = BareEngine.bean(CarryOverCampaigns.class);
    private Deployment before;
    private Deployment present;

    @BeforeEach
    void deployTheVersionBefore() {
        DeploymentBuilder version =
                repository.createDeployment().addClasspathResource("versions/review-campaign-before-notices.bpmn");
        forms(version);
        before = version.deploy();
    }

    private static void forms(DeploymentBuilder version) {
        BareEngine.resources().stream()
                .filter(name -> name.startsWith("forms/"))
                .forEach(version::addClasspathResource);
    }

    private void startTheNode() {
        DeploymentBuilder version = repository.createDeployment().addClasspathResource("bpmn/review-campaign.bpmn");
        forms(version);
        present = version.deploy();
        carryOver.afterSingletonsInstantiated();
    }

    @AfterEach
    void forgetBothVersions() {
        repository.deleteDeployment(before.getId(), true);
        repository.deleteDeployment(present.getId(), true);
    }

    @Test
    void goesOnWithACampaignThatCollects() {
        collecting("CatchEvent_AllAccountedFor");

        startTheNode();

        ProcessSteps campaign = ProcessSteps.of(CAMPAIGN);
        assertThat(campaign.instance().getTenantId()).isEqualTo("CDXDVN");
        assertThat(campaign.timer(ReviewCampaignProcess.Timer.DEADLINE_REACHED).getDuedate())
                .isEqualTo(DEADLINE);
        assertThat(campaign.timer(ReviewCampaignProcess.Timer.NOTICES_DUE).getDuedate())
                .isEqualTo(EngineDates.at(REMINDERS.get(0).atTime(8, 0)));
        campaign.runJobs();
        BareEngine.bean(RuntimeService.class)
                .createMessageCorrelation(ReviewCampaignProcess.Message.ALL_ACCOUNTED_FOR)
                .processInstanceBusinessKey(CAMPAIGN)
                .tenantId("CDXDVN")
                .correlate();
        assertThat(campaign.runJobs().waitsAt(ReviewCampaignProcess.Task.COMPILE_REPORT))
                .isTrue();
    }

    @Test
    void opensTheSettlingOfMissingUnitsAgain() {
        collecting(ReviewCampaignProcess.Task.SETTLE_MISSING_UNITS);

        startTheNode();

        ProcessSteps campaign = ProcessSteps.of(CAMPAIGN).fireTimer(ReviewCampaignProcess.Timer.DEADLINE_REACHED);
        assertThat(campaign.waitsForTimer(ReviewCampaignProcess.Timer.NOTICES_DUE))
                .isTrue();
        campaign.complete(TRUONG_BAN, ReviewCampaignProcess.Task.SETTLE_MISSING_UNITS, Map.of("decision", "close"));
        assertThat(campaign.waitsAt(ReviewCampaignProcess.Task.COMPILE_REPORT)).isTrue();
    }

    @Test
    void migratesACampaignWhosePlanIsNotOut() {
        ProcessSteps campaign = startCampaign().complete(TUYEN_GIAO, ReviewCampaignProcess.Task.DRAFT_PLAN);
        String task = campaign.task(ReviewCampaignProcess.Task.APPROVE_PLAN).getId();

        startTheNode();

        assertThat(campaign.task(ReviewCampaignProcess.Task.APPROVE_PLAN).getId())
                .isEqualTo(task);
        assertThat(campaign.instance().getProcessDefinitionId()).isEqualTo(newest());
        campaign.complete(THUONG_TRUC, ReviewCampaignProcess.Task.APPROVE_PLAN, Map.of("decision", "approve"));
        assertThat(campaign.waitsAt(ReviewCampaignProcess.Task.ISSUE_PLAN)).isTrue();
    }

    @Test
    void leavesACampaignAfterTheLockAsItIs() {
        ProcessSteps campaign = collecting(ReviewCampaignProcess.Task.COMPILE_REPORT);
        String version = campaign.instance().getProcessDefinitionId();

        startTheNode();

        assertThat(campaign.instance().getProcessDefinitionId()).isEqualTo(version);
        assertThat(campaign.waitsAt(ReviewCampaignProcess.Task.COMPILE_REPORT)).isTrue();
    }

    @Test
    void doesNothingTheSecondTime() {
        collecting("CatchEvent_AllAccountedFor");
        startTheNode();
        String instance = ProcessSteps.of(CAMPAIGN).instance().getId();

        carryOver.afterSingletonsInstantiated();

        assertThat(ProcessSteps.of(CAMPAIGN).instance().getId()).isEqualTo(instance);
    }

    private ProcessSteps collecting(String activity) {
        ProcessInstantiationBuilder campaign = runtime.createProcessInstanceById(newest())
                .businessKey(CAMPAIGN)
                .setVariables(IssuerTenantProvider.startedBy("CDXDVN"))
                .setVariable("deadlineAt", DEADLINE);
        campaign.startBeforeActivity(activity).execute();
        return ProcessSteps.of(CAMPAIGN);
    }

    private String newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(ReviewCampaignProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
