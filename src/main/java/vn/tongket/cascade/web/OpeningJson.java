package vn.tongket.cascade.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.campaign.Deadline.Semantics;
import vn.tongket.cascade.Opening;
import vn.tongket.organization.UnionRole;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;

/** Reads what a script chooses for its union's campaign: strict in shape; what it leaves out is as proposed. */
@Component
class OpeningJson {

    private static final Set<String> FIELDS =
            Set.of("code", "title", "department", "deadline", "reminders", "roles", "definition");

    private static final Set<String> DEADLINE = Set.of("nominal", "semantics");

    private final CampaignImport imports;

    OpeningJson(CampaignImport imports) {
        this.imports = imports;
    }

    /** Refuses what has another shape than is described. */
    static void requireShape(JsonNode sent) {
        require(
                sent.isObject() && sent.properties().stream().allMatch(field -> FIELDS.contains(field.getKey())),
                "Nội dung là một đối tượng JSON chỉ gồm code, title, department, deadline, reminders, roles, definition.");
        JsonNode deadline = sent.path("deadline");
        require(
                deadline.isMissingNode()
                        || deadline.isObject()
                                && deadline.properties().stream().allMatch(field -> DEADLINE.contains(field.getKey())),
                "deadline phải có dạng {\"nominal\": \"2017-10-20\", \"semantics\": \"by\"}.");
        JsonNode definition = sent.path("definition");
        require(
                definition.isMissingNode() || definition.isNull() || definition.isObject(),
                "definition phải là một tệp chiến dịch (đối tượng JSON).");
    }

    Opening read(JsonNode sent, Opening proposed) {
        JsonNode deadline = sent.path("deadline");
        JsonNode definition = sent.path("definition");
        return new Opening(
                text(sent, "code").orElse(proposed.code()),
                text(sent, "title").orElse(proposed.title()),
                text(sent, "department").orElse(proposed.department()),
                deadline.isMissingNode() ? proposed.nominal() : day(deadline),
                deadline.isMissingNode() ? proposed.semantics() : semantics(deadline),
                sent.path("reminders").isMissingNode() ? proposed.reminders() : offsets(sent.path("reminders")),
                people(sent.path("roles"), proposed.people()),
                definition.isObject() ? imports.read(definition.toString().getBytes(StandardCharsets.UTF_8)) : null);
    }

    private static Optional<String> text(JsonNode sent, String field) {
        JsonNode value = sent.path(field);
        require(value.isMissingNode() || value.isTextual(), field + " phải là một chuỗi.");
        return Optional.ofNullable(value.textValue()).map(PlainText::clean).map(String::strip);
    }

    private static @Nullable LocalDate day(JsonNode deadline) {
        try {
            return deadline.hasNonNull("nominal")
                    ? LocalDate.parse(deadline.path("nominal").asText())
                    : null;
        } catch (DateTimeException e) {
            throw DomainException.malformed("deadline.nominal phải là một ngày dạng 2017-10-20.");
        }
    }

    private static Semantics semantics(JsonNode deadline) {
        String named = deadline.path("semantics").asText("by");
        return Arrays.stream(Semantics.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(named))
                .findFirst()
                .orElseThrow(() -> DomainException.malformed("deadline.semantics là “by” hoặc “before”."));
    }

    private static List<Integer> offsets(JsonNode reminders) {
        List<Integer> offsets = new ArrayList<>();
        require(reminders.isArray(), "reminders phải là một mảng số ngày làm việc, ví dụ [10, 5, 1].");
        reminders.forEach(offset -> {
            require(offset.isInt(), "reminders phải là một mảng số ngày làm việc, ví dụ [10, 5, 1].");
            offsets.add(offset.intValue());
        });
        return offsets.stream().distinct().toList();
    }

    private static Map<UnionRole, List<String>> people(JsonNode roles, Map<UnionRole, List<String>> proposed) {
        require(roles.isMissingNode() || roles.isObject(), "roles phải có dạng {\"vanthu\": [\"tên đăng nhập\"]}.");
        Map<UnionRole, List<String>> people = new EnumMap<>(UnionRole.class);
        people.putAll(proposed);
        roles.properties().forEach(role -> people.put(role(role.getKey()), ids(role.getValue())));
        return people;
    }

    private static UnionRole role(String code) {
        return Arrays.stream(UnionRole.values())
                .filter(role -> role.ofIssuer() && role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> DomainException.malformed("Không có vai trò “" + code + "”."));
    }

    private static List<String> ids(JsonNode people) {
        List<String> ids = new ArrayList<>();
        require(people.isArray(), "Mỗi vai trò là một mảng tên đăng nhập.");
        people.forEach(person -> {
            require(person.isTextual(), "Mỗi vai trò là một mảng tên đăng nhập.");
            ids.add(person.textValue());
        });
        return ids.stream().distinct().toList();
    }

    private static void require(boolean right, String sentence) {
        if (!right) {
            throw DomainException.malformed(sentence);
        }
    }
}
