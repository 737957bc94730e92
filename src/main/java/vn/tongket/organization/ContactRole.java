package vn.tongket.organization;

/** Whose mailbox an address is. */
public enum ContactRole {
    OFFICE("văn phòng"),
    OFFICER("cán bộ phụ trách"),
    CHAIR("Chủ tịch");

    private final String label;

    ContactRole(String label) {
        this.label = label;
    }

    /** What people call it, as inside a sentence. */
    public String label() {
        return label;
    }
}
