package vn.tongket.organization;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a person does for one union. Groups belong to a union: letters and digits of its code followed by the role,
 * {@code CDXDVNtuyengiao} (design.md, Security).
 */
public enum UnionRole {
    /** Staff of the Propaganda Department of a union that runs campaigns. */
    TUYEN_GIAO("tuyengiao", "Ban Tuyên giáo", true),
    /** Its head. */
    TRUONG_BAN("truongban", "Trưởng ban Tuyên giáo", true),
    /** Standing body: chair and vice chairs. */
    THUONG_TRUC("thuongtruc", "Thường trực", true),
    /** Records clerk: numbers and registers. */
    VAN_THU("vanthu", "Văn thư", true),
    /** Office: conference, invitations. */
    VAN_PHONG("vanphong", "Văn phòng", true),
    /** Observer: sees everything of the union's campaigns, changes nothing. */
    QUAN_SAT("quansat", "Người theo dõi", true),
    /** Officer who writes a unit's report. */
    CAN_BO("canbo", "Cán bộ công đoàn", false),
    /** Chair who signs it. */
    CHU_TICH("chutich", "Chủ tịch công đoàn", false);

    private final String code;
    private final String label;
    private final boolean ofIssuer;

    UnionRole(String code, String label, boolean ofIssuer) {
        this.code = code;
        this.label = label;
        this.ofIssuer = ofIssuer;
    }

    /** The role's part of a group id. */
    public String code() {
        return code;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** Whether only unions that run campaigns have it. */
    public boolean ofIssuer() {
        return ofIssuer;
    }

    /** The group of this role in that union. */
    public String group(String unitCode) {
        return lettersAndDigits(unitCode) + code;
    }

    /** The role that a group id ends with; empty for groups that belong to no union. */
    static Optional<UnionRole> ofGroup(String group) {
        return Arrays.stream(values()).filter(role -> group.endsWith(role.code)).findFirst();
    }

    /** The part of a unit's code that goes into group ids; unique in any case among all units. */
    public static String lettersAndDigits(String unitCode) {
        return unitCode.replaceAll("[^A-Za-z0-9]", "");
    }
}
