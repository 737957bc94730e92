package vn.tongket.workbook;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.ReportDrafting;
import vn.tongket.shared.DomainException;
import vn.tongket.workbook.Upload.State;
import vn.tongket.workbook.UploadStore.Claim;

/** Reads uploaded files on every node, two at a time over all of them; a file whose node died is read by another. */
@Component
class UploadWorker {

    private static final Logger LOG = LoggerFactory.getLogger(UploadWorker.class);
    private static final int THREADS = 2;

    private final UploadStore store;
    private final ReportDrafting drafting;
    private final CampaignService campaigns;
    private final List<FileReading> readings;
    private final TransactionTemplate transaction;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "upload"));
    private final Semaphore free = new Semaphore(THREADS);

    UploadWorker(
            UploadStore store,
            ReportDrafting drafting,
            CampaignService campaigns,
            List<FileReading> readings,
            TransactionTemplate transaction) {
        this.store = store;
        this.drafting = drafting;
        this.campaigns = campaigns;
        this.readings = readings;
        this.transaction = transaction;
    }

    /** Sets a free thread to work on what waits; each goes on until nothing is left for it. */
    @Scheduled(fixedDelayString = "${tongket.uploads.poll-millis:1000}")
    void wake() {
        if (free.tryAcquire()) {
            threads.execute(() -> {
                try {
                    while (workOne()) {
                        wake();
                    }
                } finally {
                    free.release();
                }
            });
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    private boolean workOne() {
        Optional<Claim> claim = transaction.execute(status -> store.claim());
        claim.ifPresent(this::work);
        return claim.isPresent();
    }

    private void work(Claim claim) {
        try (var context = MDC.putCloseable("businessKey", claim.campaign() + "/" + claim.unit())) {
            read(claim);
        }
    }

    private void read(Claim claim) {
        Path file = temporary();
        try {
            store.copyTo(claim.id(), file);
            store.finish(claim, State.READ, read(claim, file));
        } catch (DomainException refusal) {
            fail(claim, String.valueOf(refusal.getMessage()));
        } catch (RuntimeException e) {
            // What no check foresaw is our fault, and must not keep the queue.
            LOG.error("Upload {} could not be read", claim.id(), e);
            fail(claim, "Hệ thống không đọc được tệp này. Hãy chép số liệu sang mẫu mới tải về rồi nộp lại.");
        } finally {
            delete(file);
        }
    }

    private Reading read(Claim claim, Path file) {
        Expected expected = Expected.of(
                drafting.view(claim.campaign(), claim.unit()),
                campaigns.definition(claim.campaign()).outline());
        return read(claim.kind(), file, expected, readings);
    }

    /** What an uploaded file says; the way of every file, whoever reads its kind. */
    static Reading read(UploadKind kind, Path file, Expected expected, List<FileReading> readings) {
        try (OfficePackage parts = new OfficePackage(file)) {
            UploadGuard.check(parts);
            return readings.stream()
                    .filter(reading -> reading.kind() == kind)
                    .findFirst()
                    .orElseThrow(OfficePackage::broken)
                    .read(parts, file, expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fail(Claim claim, String sentence) {
        store.finish(claim, State.FAILED, new Reading(Reading.Content.NOTHING, null, List.of(Remark.file(sentence))));
    }

    static Path temporary() {
        try {
            return Files.createTempFile("upload", ".zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A temporary file stays behind: {}", file, e);
        }
    }
}
