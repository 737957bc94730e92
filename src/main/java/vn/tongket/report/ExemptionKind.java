package vn.tongket.report;

/** Why a unit need not report. */
public enum ExemptionKind {
    MERGED("Sáp nhập"),
    DISSOLVED("Giải thể"),
    FOUNDED("Mới thành lập"),
    OTHER("Lý do khác");

    private final String label;

    ExemptionKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
