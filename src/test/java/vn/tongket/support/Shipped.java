package vn.tongket.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.core.io.ClassPathResource;
import vn.tongket.shared.ImportJson;

/** The campaign file that the product ships, and variants of it. */
public final class Shipped {

    private Shipped() {}

    /** A sound file as its type, past the checks. */
    public static <T> T read(byte[] file, Class<T> type) {
        try {
            return ImportJson.mapper().readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String campaign() {
        try {
            return new ClassPathResource("demo/campaign-20-NQ-TW.json").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same campaign under another code, every date of 2017 in 2018. */
    public static String campaignOneYearLater(String code) {
        return campaign().replace("\"TK-20NQTW-2017\"", "\"" + code + "\"").replace("\"2017-", "\"2018-");
    }

    /** The same campaign under another code, the dates of its plan so many months later. */
    public static String campaignMonthsLater(String code, int months) {
        try {
            ObjectNode file = (ObjectNode) ImportJson.mapper().readTree(campaign());
            ObjectNode head = (ObjectNode) file.path("campaign");
            head.put("code", code);
            shift((ObjectNode) head.path("deadline"), "nominal", months);
            shift((ObjectNode) head.path("deadline"), "grace_until", months);
            head.path("milestones").forEach(milestone -> shift((ObjectNode) milestone, "date", months));
            return ImportJson.mapper().writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shift(ObjectNode node, String field, int months) {
        node.put(
                field,
                LocalDate.parse(node.path(field).asText()).plusMonths(months).toString());
    }
}
