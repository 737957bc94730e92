package vn.tongket.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/** Reads the campaign import format strictly: snake case, exact decimals, unknown keys refused (formats.md). */
public final class CampaignFiles {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private CampaignFiles() {}

    /** The file's content; what cannot be read is refused with the place where reading stopped. */
    public static CampaignFile read(byte[] json) {
        try {
            return MAPPER.readValue(json, CampaignFile.class);
        } catch (JsonProcessingException unreadable) {
            throw DomainException.refused(
                    "Tệp đợt tổng kết không đọc được.",
                    List.of(new Fault(place(unreadable), unreadable.getOriginalMessage())));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    /** The mapper of the import formats, for whoever stores or shows a part of them. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    private static String place(JsonProcessingException unreadable) {
        var location = unreadable.getLocation();
        return location == null ? "" : "dòng %d, cột %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
