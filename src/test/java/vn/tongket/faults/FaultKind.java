package vn.tongket.faults;

import java.util.List;

/** What may befall the nodes, the database and the mail server. */
enum FaultKind {
    KILL("kill -9"),
    REFUSE("mail server refuses for now", Trouble.BUSY, Trouble.REFUSES_FOR_NOW, Trouble.FAILS),
    STALL("mail server stalls", Trouble.SILENT, Trouble.STALLS),
    DROP("mail server drops the connection", Trouble.HANGS_UP, Trouble.LOSES, Trouble.KEEPS_AND_DIES),
    CUT("database connections cut"),
    CLOCK("clock set forward");

    private final String label;
    private final List<Trouble> troubles;

    FaultKind(String label, Trouble... troubles) {
        this.label = label;
        this.troubles = List.of(troubles);
    }

    String label() {
        return label;
    }

    /** How the mail server does it; empty for what is not its fault. */
    List<Trouble> troubles() {
        return troubles;
    }
}
