package vn.tongket.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.tongket.TongketApplication;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.cost.Statements.Taken;
import vn.tongket.organization.OrganizationImport;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportDrafting;
import vn.tongket.support.Person;
import vn.tongket.support.TestDatabase;
import vn.tongket.workflow.Inbox;

/** The application on a database of its own, with its statements counted; jobs run when asked, mail stays queued. */
public final class Product implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Statements statements = new Statements();
    private final ConfigurableApplicationContext context;
    private final CountedSteps steps;
    private final Map<String, Person> people = new HashMap<>();

    /** {@code url} of an empty database. */
    public Product(String url) {
        List<String> settings = new ArrayList<>(TestDatabase.arguments(url));
        settings.addAll(List.of(
                "--server.port=0",
                // A person may wait long between two tasks: no connection is closed under a request.
                "--server.tomcat.keep-alive-timeout=1h",
                "--spring.mail.port=" + freePort(),
                "--spring.main.banner-mode=off",
                "--camunda.bpm.job-execution.enabled=false",
                "--tongket.mail.poll-millis=86400000",
                "--tongket.uploads.poll-millis=86400000",
                // Old sessions go once a minute, whoever is counting.
                "--spring.session.jdbc.cleanup-cron=-"));
        context = new SpringApplicationBuilder(TongketApplication.class)
                .profiles("demo")
                .initializers(this::count)
                .run(settings.toArray(String[]::new));
        steps = new CountedSteps(bean(ProcessEngine.class), statements);
    }

    private void count(ConfigurableApplicationContext starting) {
        starting.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? statements.counted(source) : bean;
            }
        });
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Statements statements() {
        return statements;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The organisation and the campaign are there, the plan is approved. */
    public void prepare(SizedCampaign campaign) {
        campaign.organizationFiles().forEach(bean(OrganizationImport.class)::take);
        plan(campaign);
    }

    /** The campaign of an organisation that is there already; its plan is approved. */
    public void plan(SizedCampaign campaign) {
        CampaignImport imports = bean(CampaignImport.class);
        imports.take(imports.read(campaign.campaignFile()));
        complete(campaign, "UserTask_DraftPlan", Step.login(campaign.issuer(), UnionRole.TUYEN_GIAO), Map.of());
        complete(
                campaign,
                "UserTask_ApprovePlan",
                Step.login(campaign.issuer(), UnionRole.THUONG_TRUC),
                Map.of("decision", "approve"));
    }

    /** The plan is out and every unit has its task: what the submit took, then each job. */
    public List<Taken> issue(SizedCampaign campaign) {
        List<Taken> taken = new ArrayList<>();
        taken.add(statements.of(() -> complete(
                campaign,
                "UserTask_IssuePlan",
                Step.login(campaign.issuer(), UnionRole.VAN_THU),
                Map.of("number", 1, "date", "2017-09-05", "signer", "Người ký", "reason", "Đã gọi điện."))));
        String instance = steps.instance(campaign.code());
        for (List<Taken> jobs = steps.runJobsOf(instance); !jobs.isEmpty(); jobs = steps.runJobsOf(instance)) {
            taken.addAll(jobs);
        }
        return taken;
    }

    private void complete(SizedCampaign campaign, String task, String person, Map<String, Object> fields) {
        bean(Inbox.class).complete(campaign.code(), task, person, fields);
    }

    /** What each step of the i-th unit's way took, its texts and figures saved before. */
    public Map<Step, Taken> walk(SizedCampaign campaign, int i) {
        return walk(campaign, i, step -> step.person(campaign.unit(i)));
    }

    /** The same where others than the demo's accounts do the issuer's steps. */
    public Map<Step, Taken> walk(SizedCampaign campaign, int i, Function<Step, String> people) {
        Map<Step, Taken> taken = new EnumMap<>(Step.class);
        String unit = campaign.unit(i);
        String instance = steps.instance(campaign.code() + "/" + unit);
        for (Step step : Step.values()) {
            String id = people.apply(step);
            Person person = person(id);
            String task = steps.task(instance, step);
            Taken submitted = statements.of(() -> submit(person, step, task, id));
            taken.put(step, steps.runJobsOf(instance).stream().reduce(submitted, Taken::plus));
            if (step == Step.HOLD) {
                campaign.write(bean(ReportDrafting.class), i);
            }
        }
        return taken;
    }

    Person person(String id) {
        return people.computeIfAbsent(id, name -> Person.loggedIn(port(), name));
    }

    private int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static void submit(Person person, Step step, String task, String id) {
        Map<String, Object> variables = new HashMap<>();
        step.fields().forEach((name, value) -> variables.put(name, Map.of("value", value)));
        String path = Person.ENGINE + "/task/" + task;
        requireDone(person.post(path + "/claim", json(Map.of("userId", id))));
        requireDone(person.post(path + "/submit-form", json(Map.of("variables", variables))));
    }

    private static void requireDone(HttpResponse<String> answer) {
        if (answer.statusCode() != 204) {
            throw new AssertionError(answer.uri() + " answers " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Fires the timer of that activity of the campaign, and runs what follows. */
    public Taken fire(SizedCampaign campaign, String activity) {
        return steps.fire(steps.instance(campaign.code()), activity);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
