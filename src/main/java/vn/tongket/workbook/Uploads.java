package vn.tongket.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportEvents;
import vn.tongket.report.ReportView;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;
import vn.tongket.workbook.Upload.State;

/**
 * The way of a file: template out, upload in, read in its turn, compared with the draft, and taken or put aside by a
 * person. Before it is taken nothing of the report changes.
 */
@Service
public class Uploads {

    private static final int MAX_WAITING = 3;
    private static final int MAX_NAME = 200;

    private final ReportDrafting drafting;
    private final ReportEvents events;
    private final CampaignService campaigns;
    private final UploadStore store;
    private final UploadWorker worker;
    private final Clock clock;

    Uploads(
            ReportDrafting drafting,
            ReportEvents events,
            CampaignService campaigns,
            UploadStore store,
            UploadWorker worker,
            Clock clock) {
        this.drafting = drafting;
        this.events = events;
        this.campaigns = campaigns;
        this.store = store;
        this.worker = worker;
        this.clock = clock;
    }

    /** The workbook to fill in, with the draft of now, as an .xlsx file. */
    @Transactional(readOnly = true)
    public byte[] template(String campaign, String unit) {
        ReportView view = drafting.view(campaign, unit);
        return WorkbookTemplate.of(
                expected(view),
                new WorkbookTemplate.Words(
                        view.campaign().title(),
                        view.participant().office()
                                ? "Cơ quan " + view.participant().unitName()
                                : view.participant().unitName(),
                        Vietnamese.day(view.status().effectiveDeadline()),
                        Vietnamese.minute(clock.instant())),
                UploadChange.content(view));
    }

    /** The outline to write under, with the draft of now, as a .docx file. */
    @Transactional(readOnly = true)
    public byte[] outline(String campaign, String unit) {
        ReportView view = drafting.unitView(campaign, unit);
        return OutlineTemplate.of(expected(view), view.content().sections());
    }

    /**
     * Takes a file in, to be read in its turn.
     *
     * @param name as the person's machine calls it; shown, never used as a path
     */
    public Upload receive(String campaign, String unit, Path file, String name, String actor) {
        ReportView view = drafting.view(campaign, unit);
        view.campaign().state().requireNotWithdrawn();
        if (!view.isWritable()) {
            throw DomainException.refused(
                    "Báo cáo đang ở trạng thái “" + view.report().state().label() + "”, không nộp tệp được.");
        }
        if (store.waiting(view.report().id()) >= MAX_WAITING) {
            throw DomainException.refused(
                    "Đơn vị đã có %d tệp đang chờ đọc. Hãy đợi đọc xong rồi nộp tiếp.".formatted(MAX_WAITING));
        }
        int size = size(file);
        UploadKind kind = FileSort.of(file);
        if (kind == UploadKind.DOCUMENT && view.participant().office()) {
            throw DomainException.refused("Cơ quan chỉ nhập số liệu: hãy nộp biểu mẫu Excel.");
        }
        Upload upload = new Upload(
                UUID.randomUUID(),
                campaign,
                unit,
                kind,
                nameOf(name),
                size,
                sha256(file),
                State.QUEUED,
                1,
                actor,
                clock.instant());
        store.add(upload, view.report().id(), file);
        worker.wake();
        return find(view, upload.id());
    }

    /** Whether it is not a unit's report but the figures of the issuer's own office, which take workbooks alone. */
    @Transactional(readOnly = true)
    public boolean isOfOffice(String campaign, String unit) {
        return drafting.view(campaign, unit).participant().office();
    }

    /** The report's latest uploads, newest first. */
    @Transactional(readOnly = true)
    public List<Upload> list(String campaign, String unit) {
        return store.of(drafting.view(campaign, unit).report().id());
    }

    /** An upload against the draft of now; without differences while it waits, and once it is settled. */
    @Transactional(readOnly = true)
    public UploadView view(String campaign, String unit, UUID id) {
        ReportView report = drafting.view(campaign, unit);
        Upload upload = find(report, id);
        return view(report, upload, store.reading(id).orElse(null));
    }

    private static UploadView view(ReportView report, Upload upload, @Nullable Reading reading) {
        if (upload.state() != State.READ || reading == null) {
            List<Remark> remarks = reading == null ? List.of() : reading.remarks();
            return new UploadView(report, upload, remarks, List.of(), List.of(), "", List.of());
        }
        List<Difference> differences = Comparison.of(report.form(), reading, UploadChange.content(report));
        return new UploadView(
                report,
                upload,
                reading.remarks(),
                differences,
                reading.loose(),
                Mark.hashOf(differences.toString()),
                UploadChange.everything(report, reading, differences).broken());
    }

    /**
     * Puts into the draft what was decided, all of it or nothing.
     *
     * @param seen from the {@link UploadView} by which the person decided; refused as stale when the draft moved since
     */
    @Transactional
    public void take(String campaign, String unit, UUID id, String seen, Decision decision, String actor) {
        ReportView report = drafting.view(campaign, unit);
        Upload upload = find(report, id);
        State state = store.hold(id);
        if (state != State.READ) {
            throw DomainException.refused("Tệp này ở trạng thái “%s”, không nhận được nữa.".formatted(state.label()));
        }
        Reading reading = store.reading(id).orElseThrow(OfficePackage::broken);
        UploadView now = view(report, upload, reading);
        if (!now.seen().equals(seen)) {
            throw DomainException.stale("Bản nháp vừa được người khác sửa. Hãy xem lại phần so sánh rồi nhận.");
        }
        UploadChange.decided(report, reading, now.differences(), decision).write(drafting, actor);
        store.settle(id, State.TAKEN, actor);
        events.record(report.report().id(), ReportEvents.Kind.TAKEN_OVER, actor, upload.name());
    }

    /** Puts an upload aside, waiting or read; its bytes are forgotten. */
    @Transactional
    public void discard(String campaign, String unit, UUID id, String actor) {
        ReportView report = drafting.view(campaign, unit);
        Upload upload = find(report, id);
        State state = store.hold(id);
        if (state == State.TAKEN || state == State.DISCARDED) {
            throw DomainException.refused("Tệp này ở trạng thái “%s”.".formatted(state.label()));
        }
        store.settle(id, State.DISCARDED, actor);
        events.record(report.report().id(), ReportEvents.Kind.PUT_ASIDE, actor, upload.name());
    }

    /** The uploaded workbook with every remark at its cell, as an .xlsx file. */
    public byte[] marked(String campaign, String unit, UUID id) {
        Upload upload = find(drafting.view(campaign, unit), id);
        Reading reading = store.reading(id).orElse(null);
        boolean readable = upload.state() == State.READ || upload.state() == State.TAKEN;
        if (upload.kind() != UploadKind.WORKBOOK || reading == null || !readable) {
            throw DomainException.notFound("Không có bản đánh dấu lỗi của tệp này.");
        }
        Path file = UploadWorker.temporary();
        try {
            store.copyTo(id, file);
            return MarkedWorkbook.of(file, reading.remarks());
        } finally {
            UploadWorker.delete(file);
        }
    }

    private Upload find(ReportView view, UUID id) {
        return store.find(view.report().id(), id)
                .orElseThrow(() -> DomainException.notFound("Không có tệp đã nộp này."));
    }

    private Expected expected(ReportView view) {
        return Expected.of(view, campaigns.definition(view.campaign().code()).outline());
    }

    private static int size(Path file) {
        try {
            long size = Files.size(file);
            if (size > UploadGuard.MAX_FILE) {
                throw DomainException.tooLarge("Tệp quá lớn: tối đa 10 MB. Tệp mẫu đã điền đủ chỉ khoảng 0,1 MB.");
            }
            return (int) size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = PlainText.clean(last).replaceAll("\\s+", " ");
        return clean.isEmpty() ? "Tệp không tên" : clean.substring(0, Math.min(clean.length(), MAX_NAME));
    }

    private static String sha256(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
