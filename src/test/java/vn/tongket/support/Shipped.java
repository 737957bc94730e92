package vn.tongket.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
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
        return read("demo/campaign-20-NQ-TW.json");
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same campaign under another code, every date of 2017 in 2018. */
    public static String campaignOneYearLater(String code) {
        return campaign()
                .replace("\"TK-20NQTW-2017\"", "\"" + code + "\"")
                .replace("\"2017-", "\"2018-")
                .replace("\"last_year_cutoff\": \"2018-", "\"last_year_cutoff\": \"2017-");
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

    /** The same campaign with all its dates moved by whole weeks, so that the plan goes out in this one. */
    public static String campaignOfTheWeek(LocalDate today) {
        long weeks = ChronoUnit.WEEKS.between(LocalDate.of(2017, 9, 5), today);
        JsonNode file = tree(campaign());
        ObjectNode deadline = (ObjectNode) file.at("/campaign/deadline");
        for (String date : List.of("nominal", "grace_until")) {
            move(deadline, date, weeks);
        }
        file.at("/campaign/milestones").forEach(milestone -> move((ObjectNode) milestone, "date", weeks));
        return file.toString();
    }

    /** As {@link #campaignOfTheWeek}, under another code, run by another union of the same tree. */
    public static String campaignOfTheWeek(LocalDate today, String code, String issuer, String reportsTo) {
        JsonNode file = tree(campaignOfTheWeek(today));
        ((ObjectNode) file.path("campaign"))
                .put("code", code)
                .put("issuer", issuer)
                .put("reports_to", reportsTo);
        return file.toString();
    }

    private static void move(ObjectNode parent, String field, long weeks) {
        parent.put(
                field,
                LocalDate.parse(parent.path(field).asText()).plusWeeks(weeks).toString());
    }

    /** All unions of the shipped file as of 2017. */
    public static String unions() {
        JsonNode file = tree(read("demo/units-cdxdvn.json"));
        ((ObjectNode) file).putArray("history_events");
        return file.toString();
    }

    /** Of them only these; whom they belong to must be among them. */
    public static String unions(Set<String> codes) {
        JsonNode file = tree(unions());
        ArrayNode units = (ArrayNode) file.at("/units");
        for (int i = units.size() - 1; i >= 0; i--) {
            if (!codes.contains(units.get(i).at("/code").asText())) {
                units.remove(i);
            }
        }
        return file.toString();
    }

    /**
     * All unions of the shipped file, where the Confederation runs campaigns too and reports to {@code BDVTW}, as it did
     * to the Party's commission.
     */
    public static String unionsUnderTheConfederation() {
        JsonNode file = tree(unions());
        ArrayNode units = (ArrayNode) file.at("/units");
        ObjectNode commission = units.objectNode();
        for (JsonNode unit : units) {
            if (unit.at("/code").asText().equals("TLD")) {
                ((ObjectNode) unit).put("reporting_mode", "consolidator");
                commission = unit.deepCopy();
            }
        }
        commission.put("code", "BDVTW").put("abbr", "BDVTW").put("name", "Ban Dân vận Trung ương");
        commission
                .put("short_name", "Ban Dân vận")
                .put("reporting_mode", "recipient")
                .put("sort_order", 5);
        commission.remove("name_en");
        ((ObjectNode) commission.at("/contacts/0")).put("email", "bdvtw.office@demo.invalid");
        units.insert(0, commission);
        return file.toString();
    }

    private static JsonNode tree(String json) {
        try {
            return ImportJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
