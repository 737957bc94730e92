package vn.tongket.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Where a campaign is carried out: how people get in, what day it is, and how one waits for jobs and mail. */
public interface Site {

    Person loggedIn(String user);

    Person script(String user);

    /** Comes back when what is due has been done. */
    void settle();

    LocalDate today();

    /** The demo on that port: its own clock, every password {@code demo}. */
    static Demo demo(int port) {
        return new Demo(port);
    }

    /** See {@link #demo}. */
    final class Demo implements Site {

        private final int port;
        private final Person admin;

        private Demo(int port) {
            this.port = port;
            this.admin = script("admin");
        }

        @Override
        public Person loggedIn(String user) {
            return Person.loggedIn(port, user);
        }

        @Override
        public Person script(String user) {
            return Person.script(port, user, "demo");
        }

        @Override
        public void settle() {
            // A moment ahead: the clock runs while the request travels.
            clockTo(now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS).toString());
        }

        @Override
        public LocalDate today() {
            return now().toLocalDate();
        }

        void clockTo(String time) {
            var answer = admin.post("/demo/clock", "{\"to\": \"" + time + "\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }

        private LocalDateTime now() {
            try {
                var clock = new ObjectMapper().readTree(admin.get("/demo/clock").body());
                return LocalDateTime.parse(clock.at("/now").asText());
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
    }
}
