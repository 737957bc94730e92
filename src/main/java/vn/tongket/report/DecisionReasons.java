package vn.tongket.report;

import java.util.List;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;

/** What the reason of a decision must be. */
final class DecisionReasons {

    /** The field of a form or a request that holds it. */
    static final String FIELD = "reason";

    private static final int MOST = 2000;

    private DecisionReasons() {}

    static List<Fault> faultsOf(String reason) {
        if (reason.isBlank()) {
            return List.of(new Fault(FIELD, "Cần ghi lý do."));
        }
        if (PlainText.length(reason) > MOST) {
            return List.of(new Fault(FIELD, "Lý do không được quá 2.000 ký tự."));
        }
        return List.of();
    }

    static void require(String reason) {
        refuse(faultsOf(reason));
    }

    /** Refused with the first one's sentence, if there is one. */
    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw DomainException.refused(faults.get(0).message(), faults);
        }
    }
}
