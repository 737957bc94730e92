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
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.report.ReportContent;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportEvents;
import vn.tongket.report.ReportForm;
import vn.tongket.report.ReportView;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Finding;
import vn.tongket.workbook.Difference.Kind;
import vn.tongket.workbook.Reading.Content;
import vn.tongket.workbook.Upload.State;

/**
 * The way of a file: template out, upload in, read in its turn, compared with the draft, and taken or put aside by a
 * person. Before it is taken nothing of the report changes.
 */
@Service
public class Uploads {

    /** What a person decided about a place at which file and draft differ. */
    public enum Choice {
        FILE,
        DRAFT
    }

    private static final int MAX_WAITING = 3;
    private static final int MAX_NAME = 200;

    private final ReportDrafting drafting;
    private final ReportEvents events;
    private final UploadStore store;
    private final UploadWorker worker;
    private final Clock clock;

    Uploads(ReportDrafting drafting, ReportEvents events, UploadStore store, UploadWorker worker, Clock clock) {
        this.drafting = drafting;
        this.events = events;
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
                        view.participant().unitName(),
                        Vietnamese.day(view.status().effectiveDeadline()),
                        Vietnamese.minute(clock.instant())),
                content(view));
    }

    /**
     * Takes a file in, to be read in its turn.
     *
     * @param name as the person's machine calls it; shown, never used as a path
     */
    public Upload receive(String campaign, String unit, Path file, String name, String actor) {
        ReportView view = drafting.view(campaign, unit);
        if (!view.report().state().isWritable()) {
            throw DomainException.refused(
                    "Báo cáo đang ở trạng thái “" + view.report().state().label() + "”, không nộp tệp được.");
        }
        if (store.waiting(view.report().id()) >= MAX_WAITING) {
            throw DomainException.refused(
                    "Đơn vị đã có %d tệp đang chờ đọc. Hãy đợi đọc xong rồi nộp tiếp.".formatted(MAX_WAITING));
        }
        int size = size(file);
        Upload upload = new Upload(
                UUID.randomUUID(),
                campaign,
                unit,
                FileSort.of(file),
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

    private UploadView view(ReportView report, Upload upload, @Nullable Reading reading) {
        List<Difference> differences = upload.state() != State.READ || reading == null
                ? List.of()
                : Comparison.of(report.form(), reading, content(report));
        List<Finding> broken = differences.isEmpty() || reading == null
                ? List.of()
                : broken(report.form(), report.content(), reading, differences);
        return new UploadView(
                report,
                upload,
                reading == null ? List.of() : reading.remarks(),
                differences,
                Mark.hashOf(differences.toString()),
                broken);
    }

    /** The rules that do not hold once all that the file changed is taken into this draft. */
    static List<Finding> broken(ReportForm form, ReportContent draft, Reading reading, List<Difference> differences) {
        Set<String> paths = new HashSet<>();
        differences.stream()
                .filter(difference -> difference.kind() != Kind.DRAFT)
                .forEach(difference -> paths.add(difference.path()));
        Figures after =
                form.figures().merge(Figures.of(draft.figures()), patch(Comparison.pick(reading.content(), paths)));
        return form
                .checksOf(new ReportContent(draft.sections(), after.toMap(), draft.lists(), draft.explanations()))
                .stream()
                .filter(Finding::isBroken)
                .toList();
    }

    /**
     * Puts into the draft what was chosen, all of it or nothing. A place that only the file changed is taken unless
     * {@link Choice#DRAFT} was chosen for it; one that both changed needs a choice.
     *
     * @param seen from the {@link UploadView} by which the person chose; refused as stale when the draft moved since
     */
    @Transactional
    public void take(String campaign, String unit, UUID id, String seen, Map<String, Choice> choices, String actor) {
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
        write(report, Comparison.pick(reading.content(), chosen(now.differences(), choices)), actor);
        store.settle(id, State.TAKEN, actor);
        events.record(report.report().id(), ReportEvents.Kind.TAKEN_OVER, actor, upload.name());
    }

    private static Set<String> chosen(List<Difference> differences, Map<String, Choice> choices) {
        Set<String> taken = new HashSet<>();
        int open = 0;
        for (Difference difference : differences) {
            Choice choice = choices.get(difference.path());
            if (choice == Choice.FILE || (choice == null && difference.kind() == Kind.FILE)) {
                taken.add(difference.path());
            } else if (choice == null && difference.kind() == Kind.BOTH) {
                open++;
            }
        }
        if (open > 0) {
            throw DomainException.refused(
                    "Còn %d chỗ cả tệp và bản nháp đều đã sửa mà chưa chọn giá trị nào.".formatted(open));
        }
        return taken;
    }

    /** Each part with the version at which it was compared: who wrote in between is not overwritten. */
    private void write(ReportView report, Content content, String actor) {
        String campaign = report.campaign().code();
        String unit = report.participant().unitCode();
        content.sections()
                .forEach((code, text) -> drafting.writeSection(
                        campaign, unit, code, text, report.sectionVersions().getOrDefault(code, 0), actor));
        if (!content.figures().isEmpty()) {
            drafting.writeFigures(campaign, unit, patch(content), false, report.figuresVersion(), actor);
        }
        content.lists().forEach((code, rows) -> {
            var part = drafting.list(campaign, unit, code);
            if (!part.value().equals(report.content().lists().getOrDefault(code, List.of()))) {
                throw DomainException.stale("Bản nháp vừa được người khác sửa. Hãy xem lại phần so sánh rồi nhận.");
            }
            drafting.writeList(campaign, unit, code, rows, part.version(), actor);
        });
    }

    private static Map<String, Map<String, @Nullable String>> patch(Content content) {
        Map<String, Map<String, @Nullable String>> patch = new LinkedHashMap<>();
        content.figures().forEach((code, years) -> {
            Map<String, @Nullable String> row = new HashMap<>();
            years.forEach((year, value) -> row.put(year, value.isEmpty() ? null : value));
            patch.put(code, row);
        });
        return patch;
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

    static Expected expected(ReportView view) {
        return new Expected(
                view.campaign().code(),
                view.participant().unitCode(),
                view.lastVersion().map(version -> version.number() + 1).orElse(1),
                view.form());
    }

    private static Content content(ReportView view) {
        return new Content(
                view.content().sections(),
                view.content().figures(),
                view.content().lists());
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
