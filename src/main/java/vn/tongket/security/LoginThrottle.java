package vn.tongket.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords in the database, by user and address together. A stranger thus cannot lock out a person whose
 * name he knows: only the pair of that name and his own address has to wait.
 */
@Component
class LoginThrottle {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecurityProperties.Throttle limits;

    LoginThrottle(JdbcClient jdbc, Clock clock, SecurityProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.limits = properties.throttle();
    }

    boolean mustWait(String userId, String address) {
        return jdbc.sql("""
                        select count(*) filter (where user_id = :user) >= :limit or count(*) >= :addressLimit
                        from login_attempt where address = :address and failed_at > :since""")
                .param("user", userId)
                .param("limit", limits.attempts())
                .param("addressLimit", limits.attemptsPerAddress())
                .param("address", address)
                .param("since", since())
                .query(Boolean.class)
                .single();
    }

    void failed(String userId, String address) {
        jdbc.sql("delete from login_attempt where failed_at <= ?")
                .param(since())
                .update();
        jdbc.sql("insert into login_attempt (id, user_id, address, failed_at) values (?, ?, ?, ?)")
                .params(UUID.randomUUID(), userId, address, Timestamp.from(clock.instant()))
                .update();
    }

    void succeeded(String userId, String address) {
        jdbc.sql("delete from login_attempt where user_id = ? and address = ?")
                .params(userId, address)
                .update();
    }

    private Timestamp since() {
        Instant since = clock.instant().minus(limits.window());
        return Timestamp.from(since);
    }
}
