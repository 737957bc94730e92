package vn.tongket.operation;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.tongket.mail.MailDelivery;
import vn.tongket.report.ReportStates;
import vn.tongket.workflow.EngineJobs;

/**
 * The state of the work, for Prometheus: notices, jobs, units. Four queries at a scrape, none for each unit, and their
 * answers serve for ten seconds. Every node tells the same numbers, for they are the database's.
 */
@Component
class CampaignMetrics implements MultiCollector, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignMetrics.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final MailDelivery notices;
    private final EngineJobs jobs;
    private final ReportStates units;
    private final Clock clock;
    private final ObjectProvider<PrometheusRegistry> registry;
    private MetricSnapshots last = MetricSnapshots.of();
    private Instant readAt = Instant.MIN;

    CampaignMetrics(
            MailDelivery notices,
            EngineJobs jobs,
            ReportStates units,
            Clock clock,
            ObjectProvider<PrometheusRegistry> registry) {
        this.notices = notices;
        this.jobs = jobs;
        this.units = units;
        this.clock = clock;
        this.registry = registry;
    }

    @Override
    public void afterSingletonsInstantiated() {
        registry.ifAvailable(metrics -> metrics.register(this));
    }

    /** Empty while the database is away: the scrape still tells how the node itself is. */
    @Override
    public synchronized MetricSnapshots collect() {
        Instant now = clock.instant();
        if (readAt.plus(FRESH).isBefore(now)) {
            readAt = now;
            last = read();
        }
        return last;
    }

    private MetricSnapshots read() {
        try {
            MailDelivery.Queue queue = notices.queue();
            return MetricSnapshots.of(notices(queue), oldestNotice(queue), jobs(), units());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The database did not answer a scrape: {}", e.getMessage());
            return MetricSnapshots.of();
        }
    }

    private static GaugeSnapshot notices(MailDelivery.Queue queue) {
        return gauge(
                "tongket_notices",
                "Mails that wait for the mail server, and those that it refused, returned or never took",
                List.of(point(queue.waiting(), "state", "queued"), point(queue.failed(), "state", "failed")));
    }

    private static GaugeSnapshot oldestNotice(MailDelivery.Queue queue) {
        return gauge(
                "tongket_notices_oldest_queued_seconds",
                "Age of the oldest mail that waits for the mail server",
                List.of(point(queue.oldest().toSeconds())));
    }

    private GaugeSnapshot jobs() {
        EngineJobs.Counts counts = jobs.counts();
        return gauge(
                "tongket_jobs",
                "Jobs of the engine: due now, failed without retries left, incidents open",
                List.of(
                        point(counts.due(), "state", "due"),
                        point(counts.failed(), "state", "failed"),
                        point(counts.incidents(), "state", "incident")));
    }

    private GaugeSnapshot units() {
        return gauge(
                "tongket_units",
                "Reports of units by campaign and state, archived campaigns left out",
                units.counts().stream()
                        .map(group -> point(
                                group.units(),
                                "campaign",
                                group.campaign(),
                                "state",
                                group.state().code()))
                        .toList());
    }

    private static GaugeSnapshot gauge(String name, String help, List<GaugeDataPointSnapshot> points) {
        return new GaugeSnapshot(new MetricMetadata(name, help), points);
    }

    private static GaugeDataPointSnapshot point(double value, String... labels) {
        return GaugeDataPointSnapshot.builder()
                .value(value)
                .labels(Labels.of(labels))
                .build();
    }
}
