package vn.tongket.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tongket.report.ReportDrafting;
import vn.tongket.support.Shipped;

/** The shipped campaign for an issuer with as many unions below it as are wanted, and a complete report for one of them. */
public record SizedCampaign(String issuer, int units) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SENTENCE = "Công đoàn đơn vị đã tổ chức học tập, quán triệt nghị quyết đến đoàn viên. ";
    private static final int UNITS_OF_A_FILE = 500;
    private static final int FIRST_YEAR = 2008;
    private static final int LAST_YEAR = 2017;

    public String code() {
        return "TK-" + issuer;
    }

    /** The code of the i-th union, from 1. */
    public String unit(int i) {
        return issuer + "-" + i;
    }

    /** The organisation in files of a few hundred unions each: one file is one transaction. */
    List<byte[]> organizationFiles() {
        List<byte[]> files = new ArrayList<>();
        for (int first = 1; first <= units; first += UNITS_OF_A_FILE) {
            files.add(organizationFile(first, Math.min(first + UNITS_OF_A_FILE - 1, units)));
        }
        return files;
    }

    private byte[] organizationFile(int first, int last) {
        ObjectNode file = JSON.createObjectNode().put("schema_version", "1.1");
        ArrayNode categories = file.putArray("categories");
        category(categories, "CDNTW", "sector");
        category(categories, "CDTCT", "upper");
        ArrayNode all = file.putArray("units");
        unit(all, issuer, "CDNTW", "TLD", "consolidator", 1);
        for (int i = first; i <= last; i++) {
            unit(all, unit(i), "CDTCT", issuer, "required", 1 + i);
        }
        return bytes(file);
    }

    private static void category(ArrayNode categories, String code, String tier) {
        categories.addObject().put("code", code).put("vi", code).put("tier", tier);
    }

    private static void unit(ArrayNode all, String code, String category, String parent, String mode, int position) {
        all.addObject()
                .put("code", code)
                .put("name", "Công đoàn " + code)
                .put("short_name", code)
                .put("category", category)
                .put("parent", parent)
                .put("reporting_mode", mode)
                .put("sort_order", position)
                .putArray("contacts")
                .addObject()
                .put("role", "officer")
                .put("email", code.toLowerCase(java.util.Locale.ROOT) + "@demo.invalid");
    }

    byte[] campaignFile() {
        ObjectNode file = (ObjectNode) shipped();
        ((ObjectNode) file.path("campaign")).put("code", code()).put("issuer", issuer);
        return bytes(file);
    }

    /** Every required heading, cell and row of the i-th union's report. */
    void write(ReportDrafting drafting, int i) {
        JsonNode file = shipped();
        for (JsonNode part : file.path("outline")) {
            for (JsonNode section : part.path("sections")) {
                if (section.path("required").asBoolean()
                        && !section.path("is_heading").asBoolean()) {
                    String text = SENTENCE.repeat(section.path("min_chars").asInt() / SENTENCE.length() + 1);
                    drafting.writeSection(code(), unit(i), section.path("code").asText(), text, null, "canbo");
                }
            }
        }
        drafting.writeFigures(code(), unit(i), figures(file), false, null, "canbo");
        drafting.writeList(
                code(),
                unit(i),
                "LF03",
                List.of(Map.of("cap_nhan", "Tổng Liên đoàn", "nhom", "Khác", "noi_dung", "Đào tạo cán bộ.")),
                null,
                "canbo");
        drafting.writeList(
                code(),
                unit(i),
                "LF04",
                List.of(Map.of(
                        "chi_tieu",
                        "Đoàn viên",
                        "dvt",
                        "người",
                        "muc_tieu",
                        "10",
                        "ket_qua",
                        "12",
                        "danh_gia",
                        "Vượt")),
                null,
                "canbo");
    }

    private static Map<String, Map<String, String>> figures(JsonNode file) {
        Map<String, Map<String, String>> figures = new LinkedHashMap<>();
        for (JsonNode appendix : file.path("appendices")) {
            for (JsonNode indicator : appendix.path("indicators")) {
                if (indicator.path("required").asBoolean()
                        && !indicator.path("computed").asBoolean()) {
                    Map<String, String> years = new LinkedHashMap<>();
                    for (int year = indicator.path("valid_from_year").asInt(FIRST_YEAR); year <= LAST_YEAR; year++) {
                        years.put(String.valueOf(year), "...");
                    }
                    figures.put(indicator.path("code").asText(), years);
                }
            }
        }
        return figures;
    }

    private static JsonNode shipped() {
        try {
            return JSON.readTree(Shipped.campaign());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode file) {
        try {
            return JSON.writeValueAsBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
