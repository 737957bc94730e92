package vn.tongket.support;

import java.util.List;
import vn.tongket.organization.UnionRole;

/** Somebody who works in a process test, with the groups of one or two roles in one union. */
public record Actor(String id, List<String> groups) {

    public static final Actor TUYEN_GIAO = of("tuyengiao", "CDXDVN", UnionRole.TUYEN_GIAO);
    public static final Actor TRUONG_BAN = of("truongban", "CDXDVN", UnionRole.TRUONG_BAN);
    public static final Actor THUONG_TRUC = of("thuongtruc", "CDXDVN", UnionRole.THUONG_TRUC);
    public static final Actor VAN_THU = of("vanthu", "CDXDVN", UnionRole.VAN_THU);
    public static final Actor VAN_PHONG = of("vanphong", "CDXDVN", UnionRole.VAN_PHONG);
    public static final Actor CAN_BO = of("songdacanbo", "SONGDA", UnionRole.CAN_BO);
    public static final Actor CHU_TICH = of("songdachutich", "SONGDA", UnionRole.CHU_TICH);

    private static Actor of(String id, String unit, UnionRole role) {
        return new Actor(id, List.of(role.group(unit)));
    }
}
