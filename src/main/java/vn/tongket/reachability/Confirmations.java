package vn.tongket.reachability;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.mail.Mail;
import vn.tongket.mail.MailSettings;
import vn.tongket.organization.ContactRole;
import vn.tongket.shared.DomainException;

/** The links in test mails. Whoever opens one and presses its button confirms the address that it was sent to. */
@Service
public class Confirmations {

    /** So long a link works. */
    static final Duration LIFE = Duration.ofDays(30);

    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int NAMED = 10;

    /** Whose address it is. */
    public record Owner(String unitName, ContactRole role) {}

    /**
     * What a link is about.
     *
     * @param confirmedAt null while the address waits for its confirmation
     * @param owners the first ten of them
     */
    public record Confirmation(String address, @Nullable Instant confirmedAt, List<Owner> owners) {

        public Confirmation {
            owners = List.copyOf(owners);
        }
    }

    private record Known(String address, @Nullable Timestamp confirmedAt, boolean bad) {}

    private final JdbcClient jdbc;
    private final MailSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Confirmations(JdbcClient jdbc, MailSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The code of the unit that a test mail is about; empty for every other mail. */
    public Optional<String> unitOf(Mail mail) {
        return TestMails.unitOf(mail);
    }

    /**
     * A new link for a test mail, which nothing but that mail knows. It works before the mail is handed over: were it
     * written together with the mark that the mail is sent, a crash between the two would leave a mail with a dead link.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String link(Mail mail) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("delete from address_confirmation where address = lower(?) and created_at <= ?")
                .params(mail.address(), since())
                .update();
        jdbc.sql("insert into address_confirmation (token_hash, address, created_at) values (?, lower(?), ?)")
                .params(hash(token), mail.address(), Timestamp.from(clock.instant()))
                .update();
        return settings.baseUrl() + "/mail/confirm/" + token;
    }

    /** Refuses a token that is unknown or too old, in the same words: it tells nobody which of them. */
    @Transactional(readOnly = true)
    public Confirmation of(String token) {
        Known known = known(token);
        List<Owner> owners = jdbc.sql("""
                        select u.name, c.role from unit_contact c join union_unit u on u.id = c.unit_id
                        where lower(c.email) = ? order by u.sort_order, c.role limit ?""")
                .params(known.address(), NAMED)
                .query((row, i) -> new Owner(row.getString("name"), ContactRole.valueOf(row.getString("role"))))
                .list();
        if (owners.isEmpty()) {
            throw dead();
        }
        Timestamp confirmed = known.bad() ? null : known.confirmedAt();
        return new Confirmation(known.address(), confirmed == null ? null : confirmed.toInstant(), owners);
    }

    /**
     * The address reaches somebody who answers, whatever came back from it before. Repeatable: the first moment stays.
     */
    @Transactional
    public void confirm(String token) {
        jdbc.sql("""
                        update mail_address set confirmed_at = :now, bad_since = null, bad_reason = null
                        where address = :address and (confirmed_at is null or bad_since is not null)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("address", known(token).address())
                .update();
    }

    /** What cannot be a token is refused without asking the database. */
    private Known known(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw dead();
        }
        return jdbc.sql("""
                        select a.address, a.confirmed_at, a.bad_since is not null as bad
                        from address_confirmation t join mail_address a on a.address = t.address
                        where t.token_hash = ? and t.created_at > ?""")
                .params(hash(token), since())
                .query((row, i) ->
                        new Known(row.getString("address"), row.getTimestamp("confirmed_at"), row.getBoolean("bad")))
                .optional()
                .orElseThrow(Confirmations::dead);
    }

    private static DomainException dead() {
        return DomainException.notFound("Liên kết xác nhận này không đúng hoặc đã hết hạn. Đồng chí kiểm tra lại liên"
                + " kết trong thư mới nhất, hoặc đề nghị bên gửi thư gửi lại.");
    }

    private Timestamp since() {
        return Timestamp.from(clock.instant().minus(LIFE));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
