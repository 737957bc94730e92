package vn.tongket.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/** The mapper is found by Jersey itself, beside the engine's own handler of any error. */
class RefusalMapperTests {

    @Path("refuse")
    public static class Refusing {

        @POST
        public void refuse() {
            throw DomainException.refused(
                    "Báo cáo còn thiếu:",
                    List.of(new Fault("P1.I.1", "Mục P1.I.1 chưa viết."), new Fault("PL02", "Phụ lục PL02 trống.")));
        }
    }

    @Test
    void showsTheVietnameseSentenceAndEachFaultOnALine() throws Exception {
        StaticApplicationContext spring = new StaticApplicationContext();
        spring.refresh();
        ApplicationHandler rest = new ApplicationHandler(
                new ResourceConfig(Refusing.class, ExceptionHandler.class).property("contextConfig", spring));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ContainerRequest request = new ContainerRequest(
                URI.create("http://localhost/"),
                URI.create("http://localhost/refuse"),
                "POST",
                null,
                new MapPropertiesDelegate(),
                null);

        ContainerResponse response = rest.apply(request, body).get();

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(body.toString(StandardCharsets.UTF_8))
                .contains("\"message\":\"Báo cáo còn thiếu:\\nMục P1.I.1 chưa viết.\\nPhụ lục PL02 trống.\"");
    }
}
