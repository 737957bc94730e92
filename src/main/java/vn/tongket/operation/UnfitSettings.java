package vn.tongket.operation;

import java.util.List;

/** Settings that the application must not start with; each fault begins with the name of its environment variable. */
class UnfitSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitSettings(List<String> faults) {
        super(String.join("\n", faults));
    }
}
