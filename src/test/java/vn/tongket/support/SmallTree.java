package vn.tongket.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.tongket.shared.ImportJson;

/** An organisation file of few unions, each with an officer's and a chair's address, beside the shipped ones. */
public final class SmallTree {

    private SmallTree() {}

    /**
     * One union.
     *
     * @param parent null at the top
     * @param guidedBy null for most
     * @param mode as in the file: {@code required}, {@code consolidator}, {@code recipient}
     */
    public record Union(String code, String category, String parent, String guidedBy, String mode) {}

    /** The file; the unions in protocol order after the shipped ones. */
    public static String of(Union... unions) {
        ObjectNode file = ImportJson.mapper().createObjectNode();
        file.put("schema_version", "1.1");
        ArrayNode categories = file.putArray("categories");
        category(categories, "ROOT", "Tổng Liên đoàn", "national");
        category(categories, "CDNTW", "Công đoàn ngành trung ương", "sector");
        category(categories, "CDTCT", "Công đoàn tổng công ty (cấp trên trực tiếp cơ sở)", "upper");
        category(categories, "CDCS", "Công đoàn cơ sở thuộc công đoàn tổng công ty", "grassroots");
        ArrayNode units = file.putArray("units");
        List<Union> all = Arrays.asList(unions);
        for (int i = 0; i < all.size(); i++) {
            add(units, all.get(i), 9000 + i);
        }
        return file.toString();
    }

    private static void category(ArrayNode categories, String code, String label, String tier) {
        categories.addObject().put("code", code).put("vi", label).put("tier", tier);
    }

    private static void add(ArrayNode units, Union union, int order) {
        ObjectNode unit = units.addObject();
        unit.put("code", union.code()).put("name", "Công đoàn " + union.code()).put("short_name", union.code());
        unit.put("category", union.category())
                .put("reporting_mode", union.mode())
                .put("sort_order", order);
        if (union.parent() != null) {
            unit.put("parent", union.parent());
        }
        if (union.guidedBy() != null) {
            unit.put("guided_by", union.guidedBy());
        }
        ArrayNode contacts = unit.putArray("contacts");
        for (String role : List.of("officer", "chair")) {
            contacts.addObject()
                    .put("role", role)
                    .put("email", union.code().toLowerCase(Locale.ROOT) + "." + role + "@demo.invalid");
        }
    }
}
