package vn.tongket.rollup.evaluation;

import java.util.List;

/** Categories of unions in random campaigns, by level from above. */
enum Kinds {
    NGANH("sector"),
    CAPTREN("upper"),
    KHUVUC("upper"),
    COSO("grassroots"),
    BOPHAN("member");

    private final String tier;

    Kinds(String tier) {
        this.tier = tier;
    }

    String tier() {
        return tier;
    }

    /** In the database, where they must not be those of another organisation. */
    String code() {
        return "TH_" + name();
    }

    static List<String> codes() {
        return List.of(values()).stream().map(Kinds::code).toList();
    }
}
