package vn.tongket.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.shared.TimeConfiguration;

/** The mail that the demo's server received, kept in the database so that every node shows it, restarts too. */
@Component
@Profile("demo")
public class DemoMailbox {

    /** A mail as it arrived. Attachments by name. */
    public record Mail(
            UUID id,
            LocalDateTime receivedAt,
            String to,
            String subject,
            String text,
            String html,
            List<String> attachments) {}

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    DemoMailbox(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a mail that is just coming in; one that was there already is counted, not kept twice. */
    void store(MimeMessage message) {
        try {
            insert(message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(MimeMessage message) throws MessagingException, IOException {
        Content content = new Content();
        content.read(message);
        jdbc.sql("""
                        insert into demo_mail (id, message_id, received_at, recipient, subject, html, text, attachments)
                        values (:id, :messageId, :at, :to, :subject, :html, :text, cast(:attachments as jsonb))
                        on conflict (message_id) do update set copies = demo_mail.copies + 1""")
                .param("id", UUID.randomUUID())
                .param("messageId", message.getMessageID())
                .param("at", Timestamp.from(clock.instant()))
                .param("to", message.getAllRecipients()[0].toString())
                .param("subject", message.getSubject())
                .param("html", content.html)
                .param("text", content.text)
                .param("attachments", write(content.attachments))
                .update();
    }

    /** Newest first; {@code search} looks into address and subject. */
    public List<Mail> mails(String search, int limit) {
        return jdbc.sql("""
                        select * from demo_mail where :search = '' or recipient ilike :like or subject ilike :like
                        order by received_at desc, recipient limit :limit""")
                .param("search", search)
                .param("like", "%" + search.replace("%", "\\%") + "%")
                .param("limit", limit)
                .query((row, i) -> new Mail(
                        row.getObject("id", UUID.class),
                        LocalDateTime.ofInstant(row.getTimestamp("received_at").toInstant(), TimeConfiguration.ZONE),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getString("html"),
                        read(row.getString("attachments"))))
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from demo_mail").query(Integer.class).single();
    }

    private String write(List<String> names) {
        try {
            return json.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> read(String names) {
        try {
            return json.readValue(names, NAMES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Content {
        private String text = "";
        private String html = "";
        private final List<String> attachments = new ArrayList<>();

        void read(Part part) throws MessagingException, IOException {
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachments.add(part.getFileName() == null ? "" : MimeUtility.decodeText(part.getFileName()));
            } else if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    read(inner);
                }
            } else if (part.isMimeType("text/html")) {
                html = part.getContent().toString();
            } else if (part.isMimeType("text/plain")) {
                text = part.getContent().toString();
            }
        }
    }
}
