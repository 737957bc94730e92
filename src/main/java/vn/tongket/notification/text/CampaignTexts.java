package vn.tongket.notification.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Decisions;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/** The words of a campaign's mails: the shipped ones, or what the campaign's people made of them. */
@Service
@Transactional
public class CampaignTexts {

    /**
     * A text as it stands.
     *
     * @param version counts the changes, restoring included; 0 while nobody has changed it
     * @param editedBy null where the shipped words stand
     */
    public record Edition(
            MailText text,
            Wording wording,
            int version,
            @Nullable String editedBy,
            @Nullable Instant editedAt) {

        public boolean isEdited() {
            return editedBy != null;
        }
    }

    private static final Map<MailText, Wording> SHIPPED = shipped();

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final Clock clock;

    CampaignTexts(JdbcClient jdbc, Decisions decisions, Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** As the product ships it. */
    public static Wording shipped(MailText text) {
        return Objects.requireNonNull(SHIPPED.get(text));
    }

    /** What is wrong with an edited text; paths {@code subject} and {@code body}. */
    public static List<Fault> faultsOf(MailText text, Wording wording) {
        List<Fault> faults = new ArrayList<>(
                TemplateCheck.ofSubject("subject", wording.subject(), Wording.MAX_SUBJECT, text.placeholders()));
        faults.addAll(TemplateCheck.ofBody("body", wording.body(), Wording.MAX_BODY, text.placeholders()));
        return faults;
    }

    @Transactional(readOnly = true)
    public Edition of(UUID campaign, MailText text) {
        return jdbc.sql("select * from notice_text where campaign_id = ? and text = ?")
                .params(campaign, text.name())
                .query((row, i) -> {
                    String subject = row.getString("subject");
                    return subject == null
                            ? new Edition(text, shipped(text), row.getInt("version"), null, null)
                            : new Edition(
                                    text,
                                    new Wording(subject, row.getString("body")),
                                    row.getInt("version"),
                                    row.getString("edited_by"),
                                    row.getTimestamp("edited_at").toInstant());
                })
                .optional()
                .orElseGet(() -> new Edition(text, shipped(text), 0, null, null));
    }

    /**
     * Keeps it; refused with all faults, and when it rests on another version than the present one. A text that says
     * what the shipped one says is the shipped one.
     */
    public void save(UUID campaign, MailText text, Wording typed, int expected, String actor) {
        List<Fault> faults = faultsOf(text, typed);
        if (!faults.isEmpty()) {
            throw DomainException.refused("Chưa ghi được: còn " + faults.size() + " chỗ phải sửa.", faults);
        }
        Wording clean = typed.clean();
        boolean plain = clean.equals(shipped(text));
        write(campaign, text, plain ? null : clean, expected, actor);
        decisions.record(
                campaign, null, (plain ? "Khôi phục mẫu thư “" : "Sửa mẫu thư “") + text.label() + "”", actor, null);
    }

    /** Back to the shipped words. */
    public void restore(UUID campaign, MailText text, int expected, String actor) {
        save(campaign, text, shipped(text), expected, actor);
    }

    private void write(UUID campaign, MailText text, @Nullable Wording wording, int expected, String actor) {
        Optional<Integer> written = jdbc.sql("""
                        insert into notice_text as t (campaign_id, text, subject, body, edited_by, edited_at, version)
                        select :campaign, :text, :subject, :body, :actor, :at, 1
                        on conflict (campaign_id, text) do update set subject = excluded.subject, body = excluded.body,
                            edited_by = excluded.edited_by, edited_at = excluded.edited_at, version = t.version + 1
                            where t.version = :expected
                        returning version""")
                .param("campaign", campaign)
                .param("text", text.name())
                .param("subject", wording == null ? null : wording.subject())
                .param("body", wording == null ? null : wording.body())
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("expected", expected)
                .query(Integer.class)
                .optional();
        if (written.filter(version -> version == expected + 1).isEmpty()) {
            throw DomainException.stale(
                    "Mẫu thư đã được người khác sửa. Hãy mở lại trang để xem bản mới trước khi ghi.");
        }
    }

    private static Map<MailText, Wording> shipped() {
        Map<MailText, Wording> shipped = new EnumMap<>(MailText.class);
        for (MailText text : MailText.values()) {
            shipped.put(text, read("/mail/" + text.file() + ".txt"));
        }
        return shipped;
    }

    private static Wording read(String path) {
        try (InputStream file = CampaignTexts.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException(path + " is missing");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int firstLine = text.indexOf('\n');
            return new Wording(text.substring(0, firstLine), text.substring(firstLine)).clean();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
