package vn.tongket.operation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LogContextTests {

    @ParameterizedTest
    @CsvSource({
        "/reports/TK-20NQTW-2017/SONGDA, TK-20NQTW-2017/SONGDA",
        "/api/reports/TK-20NQTW-2017/SONGDA.SD5/sections/P1, TK-20NQTW-2017/SONGDA.SD5",
        "/campaigns/TK-20NQTW-2017, TK-20NQTW-2017",
        "/api/campaigns/TK-20NQTW-2017/synthesis/P1, TK-20NQTW-2017",
    })
    void readsFromTheAddressWhatARequestIsAbout(String path, String about) {
        assertThat(LogContext.about(path)).isEqualTo(about);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/login", "/api/campaigns", "/campaigns/TK%0A2017-01-01%20ERROR", "/reports/TK/%0D%0A"})
    void leavesOutWhatIsNoCode(String path) {
        assertThat(LogContext.about(path)).isNull();
    }

    @Test
    void standsBesideTheLinesOfThatRequestOnly() throws Exception {
        var during = new AtomicReference<String>();
        FilterChain chain = (request, response) -> during.set(MDC.get("businessKey"));

        new LogContext()
                .doFilter(new MockHttpServletRequest("GET", "/campaigns/TK-1"), new MockHttpServletResponse(), chain);

        assertThat(during.get()).isEqualTo("TK-1");
        assertThat(MDC.get("businessKey")).isNull();
    }
}
