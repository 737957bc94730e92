package vn.tongket.campaign;

import java.time.LocalDate;
import java.util.Optional;
import vn.tongket.shared.DomainException.Fault;

/** What another feature asks of a campaign's dates, when its plan is put forward and when its deadline is moved. */
public interface PlanRule {

    /**
     * What is wrong, at the field {@code deadline}.
     *
     * @param closing the last day on which the campaign would wait for reports
     */
    Optional<Fault> faultOf(Campaign campaign, LocalDate closing);
}
