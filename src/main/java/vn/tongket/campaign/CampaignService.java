package vn.tongket.campaign;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The plan from its draft to its issue, and the campaign's dates. Campaigns go by their code. */
@Service
public class CampaignService {

    /** Refuses dates out of order and participants without an address, all faults listed. */
    public void finishDrafting(String campaign, String actor) {
        throw new UnsupportedOperationException();
    }

    public void approvePlan(String campaign, String actor) {
        throw new UnsupportedOperationException();
    }

    /** Back to the draft; refuses a blank reason. */
    public void returnPlan(String campaign, String reason, String actor) {
        throw new UnsupportedOperationException();
    }

    /** The code of the union that runs it. */
    public String issuer(String campaign) {
        throw new UnsupportedOperationException();
    }

    public CampaignDates dates(String campaign) {
        throw new UnsupportedOperationException();
    }

    /** The day of the milestone of that kind ({@code lock}, {@code conference}, …), if the plan names one. */
    public Optional<LocalDate> milestone(String campaign, String kind) {
        throw new UnsupportedOperationException();
    }

    /** Moves the last acceptable day for all; refuses a day that is not after today and after the present one. */
    public void moveDeadline(String campaign, LocalDate lastAcceptableDay, String reason, String actor) {
        throw new UnsupportedOperationException();
    }
}
