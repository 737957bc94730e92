package vn.tongket.support;

import static org.mockito.Mockito.mock;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.campaign.CampaignService;
import vn.tongket.cascade.OwnCampaigns;
import vn.tongket.cascade.ReportUpward;
import vn.tongket.conference.ConferenceService;
import vn.tongket.document.Documents;
import vn.tongket.document.OfficialDocuments;
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
import vn.tongket.report.WithdrawnReports;
import vn.tongket.synthesis.SynthesisService;
import vn.tongket.workflow.DueDays;
import vn.tongket.workflow.Inbox;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.TaskDueDates;
import vn.tongket.workflow.engine.WorkflowEnginePlugin;

/**
 * The process engine on a real PostgreSQL with both models, the workflow's own beans, and mocks for the domain's
 * services; job executor off, no authorizations. One for all tests of the run.
 */
public final class BareEngine {

    private static final ApplicationContext CONTEXT = start();

    private BareEngine() {}

    /** A bean: an engine service, a mock of the domain, or the clock. */
    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** The Spring context, for publishing what the domain would publish. */
    public static ApplicationContext context() {
        return CONTEXT;
    }

    private static ApplicationContext start() {
        ApplicationContext context = new AnnotationConfigApplicationContext(Beans.class);
        DeploymentBuilder deployment = context.getBean(ProcessEngine.class)
                .getRepositoryService()
                .createDeployment()
                .name("tongket");
        resources().forEach(resource -> deployment.addClasspathResource(resource));
        deployment.deploy();
        return context;
    }

    /** All models and forms, by their names on the class path. */
    public static List<String> resources() {
        return List.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form").stream()
                .flatMap(pattern -> names(pattern).stream())
                .toList();
    }

    private static List<String> names(String pattern) {
        String folder = pattern.substring(0, pattern.indexOf('/') + 1);
        try {
            return java.util.Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern))
                    .map(Resource::getFilename)
                    .map(name -> folder + name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestConfiguration
    @ComponentScan({"vn.tongket.workflow.task", "vn.tongket.workflow.reviewcampaign", "vn.tongket.workflow.unitreview"})
    @Import({AsSystem.class, DueDays.class, Inbox.class, WorkflowEnginePlugin.class})
    static class Beans {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.start();
        }

        @Bean
        HikariDataSource dataSource(EmbeddedPostgres postgres) {
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(postgres.getPostgresDatabase());
            return pool;
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        ProcessEngineFactoryBean processEngine(
                ApplicationContext context,
                DataSource dataSource,
                PlatformTransactionManager transactions,
                WorkflowEnginePlugin plugin) {
            var configuration = new MeasuredEngineConfiguration();
            configuration.setApplicationContext(context);
            configuration.setDataSource(dataSource);
            configuration.setTransactionManager(transactions);
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setJobExecutorActivate(false);
            configuration.setEnforceHistoryTimeToLive(true);
            configuration.getProcessEnginePlugins().add(plugin);
            ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
            factory.setProcessEngineConfiguration(configuration);
            return factory;
        }

        @Bean
        RuntimeService runtimeService(ProcessEngine engine) {
            return engine.getRuntimeService();
        }

        @Bean
        TaskService taskService(ProcessEngine engine) {
            return engine.getTaskService();
        }

        @Bean
        FormService formService(ProcessEngine engine) {
            return engine.getFormService();
        }

        @Bean
        IdentityService identityService(ProcessEngine engine) {
            return engine.getIdentityService();
        }

        @Bean
        RepositoryService repositoryService(ProcessEngine engine) {
            return engine.getRepositoryService();
        }

        @Bean
        ManagementService managementService(ProcessEngine engine) {
            return engine.getManagementService();
        }

        @Bean
        NoticeDays noticeDays() {
            return mock(NoticeDays.class);
        }

        @Bean
        TestClock clock() {
            return new TestClock();
        }

        @Bean
        CampaignService campaigns() {
            return mock(CampaignService.class);
        }

        @Bean
        ReportService reports() {
            return mock(ReportService.class);
        }

        @Bean
        ReportReview review() {
            return mock(ReportReview.class);
        }

        @Bean
        Exemptions exemptions() {
            return mock(Exemptions.class);
        }

        @Bean
        LateAcceptances late() {
            return mock(LateAcceptances.class);
        }

        @Bean
        WithdrawnReports withdrawn() {
            return mock(WithdrawnReports.class);
        }

        @Bean
        ReportCollection collection() {
            return mock(ReportCollection.class);
        }

        @Bean
        Extensions extensions() {
            return mock(Extensions.class);
        }

        @Bean
        BulkExtensions bulkExtensions() {
            return mock(BulkExtensions.class);
        }

        /** It moves by statements over the domain's tables too; what it moves, its own test says. */
        @Bean
        TaskDueDates dueDates() {
            return mock(TaskDueDates.class);
        }

        @Bean
        OfficialDocuments documents() {
            return mock(OfficialDocuments.class);
        }

        @Bean
        CampaignNotices notices() {
            return mock(CampaignNotices.class);
        }

        @Bean
        ReportUpward upward() {
            return mock(ReportUpward.class);
        }

        @Bean
        OwnCampaigns ownCampaigns() {
            return mock(OwnCampaigns.class);
        }

        @Bean
        Documents storedDocuments() {
            return mock(Documents.class);
        }

        @Bean
        Reachability reachability() {
            return mock(Reachability.class);
        }

        @Bean
        SynthesisService synthesis() {
            return mock(SynthesisService.class);
        }

        @Bean
        ConferenceService conferences() {
            return mock(ConferenceService.class);
        }

        @Bean
        WorkingCalendar calendar() {
            return mock(WorkingCalendar.class);
        }

        @Bean
        Organization organization() {
            return mock(Organization.class);
        }
    }
}
