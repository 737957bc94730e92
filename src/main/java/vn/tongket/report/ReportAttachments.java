package vn.tongket.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/** The files of a report: taken while it may be written, kept for ever once a version was signed with them. */
@Service
@Transactional
public class ReportAttachments {

    /** What identifies an attachment in a version. */
    public record Hash(String name, String sha256) {}

    private final Reports reports;
    private final HeldReports held;
    private final AttachmentStore store;
    private final AttachmentUses uses;
    private final ReportEvents events;
    private final AttachmentSettings settings;
    private final Clock clock;

    ReportAttachments(
            Reports reports,
            HeldReports held,
            AttachmentStore store,
            AttachmentUses uses,
            ReportEvents events,
            AttachmentSettings settings,
            Clock clock) {
        this.reports = reports;
        this.held = held;
        this.store = store;
        this.uses = uses;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    public AttachmentSettings settings() {
        return settings;
    }

    /** Those that the next version will have, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> list(String campaign, String unit) {
        return store.present(reports.find(campaign, unit).report().id());
    }

    /** Those that a version was signed with. */
    @Transactional(readOnly = true)
    public List<Attachment> ofVersion(String campaign, String unit, int version) {
        return store.ofVersion(reports.find(campaign, unit).report().id(), version);
    }

    /** Name and SHA-256 of those that a version signed now would have, sorted by name. */
    @Transactional(readOnly = true)
    public List<Hash> hashesOf(UUID report) {
        return store.present(report).stream()
                .map(attachment -> new Hash(attachment.name(), attachment.sha256()))
                .sorted(Comparator.comparing(Hash::name))
                .toList();
    }

    /** One of them, or one that only earlier versions have. */
    @Transactional(readOnly = true)
    public Attachment attachment(String campaign, String unit, UUID id) {
        return find(reports.find(campaign, unit).report().id(), id);
    }

    /** Writes its bytes; no transaction is open while a slow reader takes them. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void copy(Attachment attachment, OutputStream out) throws IOException {
        store.copy(attachment, out);
    }

    /** Refuses other types than PDF, PNG and JPEG, broken ones, and more than a report takes. */
    public Attachment add(String campaign, String unit, Attachment.Part part, String name, Path file, String actor)
            throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw DomainException.refused("Đồng chí chưa chọn tệp, hoặc tệp rỗng.");
        }
        if (size > settings.maxFile().toBytes()) {
            throw DomainException.tooLarge("Tệp quá lớn, tối đa %s.".formatted(megabytes(settings.maxFile())));
        }
        FileKind kind = FileInspection.of(file);
        String sha256 = sha256(file);
        UUID report = reports.findUnit(campaign, unit).report().id();
        held.hold(campaign, unit);
        List<Attachment> present = store.present(report);
        requireNew(sha256, present);
        requireRoom(size, present);
        Attachment attachment = new Attachment(
                UUID.randomUUID(),
                part,
                AttachmentName.of(
                        name, kind, present.stream().map(Attachment::name).toList()),
                kind.mediaType(),
                (int) size,
                sha256,
                actor,
                clock.instant(),
                null);
        store.add(report, attachment, file);
        events.record(report, ReportEvents.Kind.ATTACHED, actor, attachment.name());
        return attachment;
    }

    /** Takes it out of the report; refused while a list form names it. Versions that were signed with it keep it. */
    public void remove(String campaign, String unit, UUID id, String actor) {
        HeldReports.Held report = held.hold(campaign, unit);
        Attachment attachment = find(report.id(), id);
        uses.of(report, attachment.name()).ifPresent(place -> {
            throw DomainException.refused(
                    "Tệp “%s” đang dùng ở %s; hãy bỏ ở đó trước.".formatted(attachment.name(), place));
        });
        store.remove(id);
        events.record(report.id(), ReportEvents.Kind.DETACHED, actor, attachment.name());
    }

    private Attachment find(UUID report, UUID id) {
        return store.find(report, id)
                .orElseThrow(() -> DomainException.notFound("Không có tệp đính kèm này trong báo cáo."));
    }

    private static void requireNew(String sha256, List<Attachment> present) {
        present.stream()
                .filter(other -> other.sha256().equals(sha256))
                .findFirst()
                .ifPresent(other -> {
                    throw DomainException.conflict("Tệp này đã được đính kèm với tên “%s”.".formatted(other.name()));
                });
    }

    private void requireRoom(long size, List<Attachment> present) {
        if (present.size() >= settings.maxFiles()) {
            throw DomainException.refused("Báo cáo đã có %d tệp, không nhận thêm.".formatted(present.size()));
        }
        long together = size + present.stream().mapToLong(Attachment::size).sum();
        if (together > settings.maxTotal().toBytes()) {
            throw DomainException.refused(
                    "Các tệp của một báo cáo cộng lại không được quá %s.".formatted(megabytes(settings.maxTotal())));
        }
    }

    private static String megabytes(DataSize size) {
        return size.toBytes() % 1_048_576 == 0
                ? Vietnamese.count(size.toMegabytes()) + " MB"
                : Vietnamese.count(size.toBytes()) + " byte";
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
