package vn.tongket.campaign;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;

/** Takes an issued plan back, as long as its figures are not fixed: from then on nobody owes anything under it. */
@Service
@Transactional
public class PlanWithdrawal {

    /** The field of the form that holds the reason. */
    public static final String REASON = "reason";

    private static final int MOST = 2000;

    private final CampaignService campaigns;
    private final CampaignRepository repository;
    private final EntityManager entities;
    private final CountedOnce countedOnce;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanWithdrawal(
            CampaignService campaigns,
            CampaignRepository repository,
            EntityManager entities,
            CountedOnce countedOnce,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.repository = repository;
        this.entities = entities;
        this.countedOnce = countedOnce;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /** Refused without a reason, before the issue, after the lock, and the second time. */
    public void withdraw(String code, String reason, String actor) {
        String words = PlainText.clean(reason);
        List<Fault> faults = faultsOf(words);
        if (!faults.isEmpty()) {
            throw DomainException.refused(faults.get(0).message(), faults);
        }
        Campaign campaign = campaigns.campaign(code);
        countedOnce.hold(campaign);
        // Whoever sends, locks or moves a day at this moment is waited for; what they left is looked at.
        entities.refresh(campaign, LockModeType.PESSIMISTIC_WRITE);
        campaign.withdraw(new Withdrawal(clock.instant(), words));
        repository.flush();
        decisions.record(
                campaign.id(), null, "Thu hồi Kế hoạch số " + campaign.plan().number(), actor, words);
        countedOnce.release(campaign);
        events.publishEvent(new PlanWithdrawn(code, words));
    }

    /** Refuses, before anything is typed, what no reason would mend. */
    @Transactional(readOnly = true)
    public void requireWithdrawable(String code) {
        campaigns.campaign(code).requireWithdrawable();
    }

    /** What is wrong with a reason, at {@link #REASON}. */
    public static List<Fault> faultsOf(String reason) {
        if (reason.isBlank()) {
            return List.of(new Fault(REASON, "Cần ghi lý do thu hồi."));
        }
        return PlainText.length(reason) > MOST
                ? List.of(new Fault(REASON, "Lý do không được quá 2.000 ký tự."))
                : List.of();
    }
}
