package vn.tongket.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import vn.tongket.support.IssuedCampaign;

/**
 * The shipped campaign cut down to two headings and one short appendix, for an issuer of its own with as many units as
 * wanted: four of five required, the others coordinated.
 */
public final class GeneratedCampaign {

    public static final String CODE = "TK-CRASH-2017";
    public static final String SECTIONS_TEXT =
            "Công đoàn đơn vị đã tổ chức học tập, quán triệt nghị quyết đến đoàn viên.";
    private static final String ISSUER = "CDKT";
    private static final String SUPERIOR = "CDKT-TREN";
    private static final int INDICATORS = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> required;
    private final List<String> coordinated;

    public GeneratedCampaign(int units) {
        this.required = codes("KTB", units - units / 5);
        this.coordinated = codes("KTP", units / 5);
    }

    private static List<String> codes(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "%s.%05d".formatted(prefix, i))
                .toList();
    }

    public List<String> required() {
        return required;
    }

    public List<String> coordinated() {
        return coordinated;
    }

    /** The demo's login of that role at the issuer, which came after the shipped ones. */
    public static String staff(String role) {
        return ISSUER.toLowerCase(java.util.Locale.ROOT) + role;
    }

    /** The demo's login of the unit's officer or chair. */
    public static String account(String unit, String role) {
        return unit.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT) + role;
    }

    public String organization() {
        ObjectNode file = JSON.createObjectNode().put("schema_version", "1.1");
        file.set("categories", shipped("units-cdxdvn").path("categories"));
        String category = category("upper");
        ArrayNode units = file.putArray("units");
        unit(units, SUPERIOR, "recipient", category);
        unit(units, ISSUER, "consolidator", category).put("parent", SUPERIOR).put("abbr", "CĐKT");
        required.forEach(code -> unit(units, code, "required", category).put("parent", ISSUER));
        coordinated.forEach(code -> unit(units, code, "coordinated", category)
                .put("parent", SUPERIOR)
                .put("guided_by", ISSUER));
        return file.toString();
    }

    private static String category(String tier) {
        for (JsonNode category : shipped("units-cdxdvn").path("categories")) {
            if (category.path("tier").asText().equals(tier)) {
                return category.path("code").asText();
            }
        }
        throw new IllegalStateException(tier);
    }

    private static ObjectNode unit(ArrayNode units, String code, String mode, String category) {
        ObjectNode unit = units.addObject()
                .put("code", code)
                .put("name", "Công đoàn kiểm thử " + code)
                .put("short_name", "Kiểm thử " + code)
                .put("category", category)
                .put("reporting_mode", mode)
                .put("sort_order", 1000 + units.size());
        ArrayNode contacts = unit.putArray("contacts");
        for (String role : List.of("office", "officer", "chair")) {
            contacts.addObject().put("role", role).put("email", account(code, "." + role) + "@demo.invalid");
        }
        return unit;
    }

    public String campaign() {
        ObjectNode file = (ObjectNode) shipped("campaign-20-NQ-TW");
        ((ObjectNode) file.path("campaign"))
                .put("code", CODE)
                .put("issuer", ISSUER)
                .put("reports_to", SUPERIOR)
                .withObject("/plan_document")
                .put("number_pattern", "{so}/KH-CĐKT");
        keep((ArrayNode) file.path("outline"), 1);
        JsonNode part = file.path("outline").path(0);
        keep((ArrayNode) part.path("sections"), 2);
        part.path("sections")
                .forEach(section -> ((ObjectNode) section)
                        .put("is_heading", false)
                        .put("min_chars", 20)
                        .put("required", true)
                        .putArray("linked_appendices"));
        keep((ArrayNode) file.path("appendices"), 1);
        keep((ArrayNode) file.path("appendices").path(0).path("indicators"), INDICATORS);
        file.putArray("list_forms");
        file.putArray("rules");
        keepSeries(file, Set.copyOf(indicators(file)));
        return file.toString();
    }

    private static void keep(ArrayNode array, int first) {
        while (array.size() > first) {
            array.remove(array.size() - 1);
        }
    }

    private static void keepSeries(ObjectNode file, Set<String> indicators) {
        ObjectNode series = (ObjectNode) file.path("demo_profile").path("series");
        Set<String> gone = new HashSet<>();
        series.fieldNames().forEachRemaining(gone::add);
        gone.removeAll(indicators);
        series.remove(gone);
    }

    public List<String> sections() {
        return codes(read(campaign()).path("outline").path(0).path("sections"));
    }

    public List<String> indicators() {
        return indicators(read(campaign()));
    }

    private static List<String> indicators(JsonNode file) {
        return codes(file.path("appendices").path(0).path("indicators"));
    }

    private static List<String> codes(JsonNode array) {
        return array.findValuesAsText("code");
    }

    private static JsonNode shipped(String name) {
        return read(new String(
                IssuedCampaign.resource("/demo/" + name + ".json"), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
