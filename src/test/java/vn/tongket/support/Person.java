package vn.tongket.support;

import java.util.List;
import vn.tongket.organization.UnionRole;

/** Somebody who works in a process test, with the groups of one or two roles in one union. */
public record Person(String id, List<String> groups) {

    public static final Person TUYEN_GIAO = of("tuyengiao", "CDXDVN", UnionRole.TUYEN_GIAO);
    public static final Person TRUONG_BAN = of("truongban", "CDXDVN", UnionRole.TRUONG_BAN);
    public static final Person THUONG_TRUC = of("thuongtruc", "CDXDVN", UnionRole.THUONG_TRUC);
    public static final Person VAN_THU = of("vanthu", "CDXDVN", UnionRole.VAN_THU);
    public static final Person VAN_PHONG = of("vanphong", "CDXDVN", UnionRole.VAN_PHONG);
    public static final Person CAN_BO = of("songdacanbo", "SONGDA", UnionRole.CAN_BO);
    public static final Person CHU_TICH = of("songdachutich", "SONGDA", UnionRole.CHU_TICH);

    private static Person of(String id, String unit, UnionRole role) {
        return new Person(id, List.of(role.group(unit)));
    }
}
