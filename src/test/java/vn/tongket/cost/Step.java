package vn.tongket.cost;

import java.util.Map;
import vn.tongket.organization.UnionRole;

/** A unit's way, step by step: who submits what with the form, and the routing flag that comes of it. */
@SuppressWarnings("ImmutableEnumChecker")
public enum Step {
    RECEIVE(
            "UserTask_ReceivePlan",
            UnionRole.CAN_BO,
            Map.of("reviewForm", "OWN_CONFERENCE", "personInCharge", "Trần Thị Hoa", "ownDate", "2017-10-25"),
            Map.of()),
    HOLD(
            "UserTask_HoldReview",
            UnionRole.CAN_BO,
            Map.of("heldOn", "2017-09-05", "reviewForm", "OWN_CONFERENCE", "present", 85, "minutes", "Biên bản."),
            Map.of()),
    WRITE("UserTask_WriteUnitReport", UnionRole.CAN_BO, Map.of(), Map.of()),
    /** With the job that registers the report. */
    SIGN(
            "UserTask_SignUnitReport",
            UnionRole.CHU_TICH,
            Map.of("decision", "sign", "number", "12/BC-CĐ", "signedOn", "2017-09-05"),
            Map.of("reportSigned", true)),
    /** With the job that tells the campaign. */
    REVIEW(
            "UserTask_ReviewUnitReport",
            UnionRole.TRUONG_BAN,
            Map.of("decision", "accept"),
            Map.of("reportAccepted", true));

    private final String task;
    private final UnionRole role;
    private final Map<String, Object> fields;
    private final Map<String, Object> flags;

    Step(String task, UnionRole role, Map<String, Object> fields, Map<String, Object> flags) {
        this.task = task;
        this.role = role;
        this.fields = fields;
        this.flags = flags;
    }

    public String task() {
        return task;
    }

    public UnionRole role() {
        return role;
    }

    public Map<String, Object> fields() {
        return fields;
    }

    public Map<String, Object> flags() {
        return flags;
    }

    /** The account that does it, as the demo names them. */
    String person(String unit) {
        return login(role.ofIssuer() ? unit.substring(0, unit.lastIndexOf('-')) : unit, role);
    }

    /** The demo's login of that role in a union that came after the shipped ones. */
    public static String login(String unit, UnionRole role) {
        return UnionRole.lettersAndDigits(unit).toLowerCase(java.util.Locale.ROOT) + role.code();
    }
}
