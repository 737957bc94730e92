package vn.tongket.campaign;

import java.util.Arrays;
import vn.tongket.shared.DomainException;

/** Which kind of review a campaign is (formats.md, Campaign). */
public enum CampaignType {
    /** The final one. */
    TONG_KET("tong_ket", "tổng kết"),
    /** An interim one. */
    SO_KET("so_ket", "sơ kết");

    private final String code;
    private final String label;

    CampaignType(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The type of that code; refuses any other. */
    public static CampaignType of(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> DomainException.refused("Loại chiến dịch phải là “tong_ket” hoặc “so_ket”."));
    }

    /** As the import file has it. */
    String code() {
        return code;
    }

    /** What people call the review, in the middle of a sentence. */
    public String label() {
        return label;
    }
}
