package vn.tongket.workflow.engine;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/**
 * Shows a refusal in the web applications' REST, and so in Tasklist: the Vietnamese sentence, then its faults, one a
 * line. Same shape as the engine's own errors.
 */
public class RefusalMapper implements ExceptionMapper<DomainException> {

    /** Of a thousand blank cells nobody reads more in a notice. */
    private static final int SHOWN = 10;

    @Override
    public Response toResponse(DomainException refusal) {
        String message = Stream.of(
                        Stream.of(refusal.getMessage()),
                        refusal.faults().stream().limit(SHOWN).map(Fault::message),
                        refusal.faults().stream()
                                .skip(SHOWN)
                                .limit(1)
                                .map(more -> "… và %d điểm nữa; xem đủ ở thẻ “Hồ sơ”."
                                        .formatted(refusal.faults().size() - SHOWN)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        return Response.status(status(refusal.kind()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "DomainException", "message", message))
                .build();
    }

    private static int status(DomainException.Kind kind) {
        return switch (kind) {
            case REFUSED -> 422;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case STALE -> 412;
            case CONFLICT -> 409;
            case MALFORMED -> 400;
            case TOO_LARGE -> 413;
        };
    }
}
