package vn.tongket.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.ImportFile;
import vn.tongket.shared.ImportJson;
import vn.tongket.support.Shipped;

/** A union may add to what its superior asks for, and change or leave out nothing of it. */
class AdditionsCheckTests {

    private static final JsonNode SUPERIORS = ImportJson.mapper()
            .valueToTree(Shipped.read(Shipped.campaign().getBytes(StandardCharsets.UTF_8), CampaignFile.class));

    @Test
    void takesTheSuperiorsFileAsItIs() {
        assertThat(faults(file -> {})).isEmpty();
    }

    @Test
    void takesMoreOfEverything() {
        assertThat(faults(file -> {
                    copy(file.at("/outline/0/sections"), 0, "code", "MD.9");
                    copy(file.at("/appendices"), 0, "code", "PL09");
                    copy(file.at("/appendices/1/indicators"), 0, "code", "PL02.RIENG");
                    copy(file.at("/list_forms"), 0, "code", "LF09");
                    copy(file.at("/list_forms/0/columns"), 0, "key", "rieng");
                    copy(file.at("/rules"), 0, "code", "R900");
                }))
                .isEmpty();
    }

    @Test
    void takesExplanationsInOtherWordsAndMoreUnions() {
        assertThat(faults(file -> {
                    object(file, "/outline/0/sections/0").put("guidance", "Hướng dẫn của đơn vị.");
                    object(file, "/appendices/0").put("note", "Ghi chú của đơn vị.");
                    object(file, "/appendices/0").remove("applies_to");
                    object(file, "/appendices/1").put("applies_to", "ALL");
                }))
                .isEmpty();
    }

    @Test
    void namesEachThingThatIsLeftOutAtItsList() {
        assertThat(faults(file -> {
                    remove(file.at("/outline/0/sections"), 1);
                    remove(file.at("/appendices/0/indicators"), 0);
                    remove(file.at("/appendices"), 7);
                    remove(file.at("/list_forms"), 3);
                    remove(file.at("/rules"), 0);
                }))
                .containsExactlyInAnyOrder(
                        new Fault("$.outline[0].sections", "Thiếu mục “MD.2” của cấp trên."),
                        new Fault("$.appendices[0].indicators", "Thiếu chỉ tiêu “PL01.LD” của cấp trên."),
                        new Fault("$.appendices", "Thiếu phụ lục “PL08” của cấp trên."),
                        new Fault("$.list_forms", "Thiếu biểu danh mục “LF04” của cấp trên."),
                        new Fault("$.rules", "Thiếu quy tắc kiểm tra “R001” của cấp trên."));
    }

    @Test
    void namesEachChangeOfMeaningAtItsPlace() {
        assertThat(faults(file -> {
                    object(file, "/outline/0/sections/0").put("max_chars", 99);
                    object(file, "/outline/0/sections/0").put("required", false);
                    object(file, "/appendices/0/indicators/0").put("unit", "nghìn người");
                    object(file, "/rules/0").put("severity", "warn");
                    object(file, "/appendices/0/indicators/0").put("valid_from_year", 2015);
                    object(file, "/appendices/2").putArray("applies_to").add("CDCS");
                }))
                .containsExactlyInAnyOrder(
                        new Fault("$.outline[0].sections[0].max_chars", "Khác bản của cấp trên: phải là 1500."),
                        new Fault("$.outline[0].sections[0].required", "Khác bản của cấp trên: phải là true."),
                        new Fault("$.appendices[0].indicators[0].unit", "Khác bản của cấp trên: phải là “người”."),
                        new Fault("$.rules[0].severity", "Khác bản của cấp trên: phải là “error”."),
                        new Fault(
                                "$.appendices[0].indicators[0].valid_from_year",
                                "Khác bản của cấp trên: phải để trống."),
                        new Fault(
                                "$.appendices[2].applies_to",
                                "Phải áp dụng cho mọi loại đơn vị mà cấp trên quy định: \"ALL\"."));
    }

    @Test
    void readsNumbersAsNumbersAndWhatIsAbsentAsNothing() {
        assertThat(faults(file -> {
                    object(file, "/list_forms/0").remove("min_rows");
                    object(file, "/rules/1").put("tolerance", 0.0);
                    object(file, "/outline/0/sections/0").putNull("title_en");
                }))
                .isEmpty();
    }

    private static List<Fault> faults(Consumer<JsonNode> change) {
        try {
            JsonNode file = ImportJson.mapper().readTree(Shipped.campaign());
            change.accept(file);
            return new ImportFile(file, List.of(), List.of())
                    .and(root -> AdditionsCheck.faultsOf(root, SUPERIORS))
                    .faults();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode object(JsonNode file, String place) {
        return (ObjectNode) file.at(place);
    }

    /** A second one like the first, in front of it, so that all others move. */
    private static void copy(JsonNode list, int index, String key, String name) {
        ObjectNode copy = list.path(index).deepCopy();
        ((ArrayNode) list).insert(0, copy.put(key, name));
    }

    private static void remove(JsonNode list, int index) {
        ((ArrayNode) list).remove(index);
    }
}
