package vn.tongket.extension;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Decisions;
import vn.tongket.extension.ExtensionCommands.AskForMany;
import vn.tongket.extension.ExtensionCommands.Decide;
import vn.tongket.report.ReportIntake;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.Vietnamese;

/**
 * More time for many at once: the focal department asks for a category, a province or all, the standing body decides. It
 * moves those who still owe at that moment and have no later day already.
 */
@Service
@Transactional
public class BulkExtensions {

    private final CampaignService campaigns;
    private final ReportIntake intake;
    private final ExtensionStore store;
    private final ExtensionUnits units;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BulkExtensions(
            CampaignService campaigns,
            ReportIntake intake,
            ExtensionStore store,
            ExtensionUnits units,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.intake = intake;
        this.store = store;
        this.units = units;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /** All requests of a campaign, for one unit or for many, the newest first. */
    @Transactional(readOnly = true)
    public List<ExtensionRequest> all(String campaign) {
        return store.of(campaigns.campaign(campaign));
    }

    /** The one for many that waits for a decision; refused when there is none. */
    @Transactional(readOnly = true)
    public ExtensionRequest open(String campaign) {
        return store.undecidedForMany(campaigns.campaign(campaign))
                .filter(ExtensionRequest::isOpen)
                .orElseThrow(() -> DomainException.refused("Không còn đề nghị gia hạn hàng loạt nào chờ quyết định."));
    }

    /** @param units how many it would move if it were granted now, to the day that was asked for */
    public record Waiting(ExtensionRequest request, int units) {}

    /** The one for many that waits for a decision, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Waiting> waiting(String campaign) {
        Campaign aggregate = campaigns.campaign(campaign);
        return store.undecidedForMany(aggregate)
                .filter(ExtensionRequest::isOpen)
                .map(request -> new Waiting(request, units.count(aggregate, request.target(), request.askedDay())));
    }

    /** Refuses, before anything is typed, what no day and no reason would mend. */
    @Transactional(readOnly = true)
    public void requireAskable(String campaign) {
        requireAskable(campaigns.campaign(campaign));
    }

    /** What many may be chosen by. */
    @Transactional(readOnly = true)
    public List<Choice> choices(String campaign, ExtensionScope scope) {
        Campaign aggregate = campaigns.campaign(campaign);
        return switch (scope) {
            case CATEGORY -> units.categories(aggregate);
            case SEAT -> units.seats(aggregate);
            case UNIT, ALL -> List.of();
        };
    }

    /** How many units it would move if it were granted now; refuses as {@link #ask} does. */
    @Transactional(readOnly = true)
    public int count(String campaign, AskForMany ask) {
        Campaign aggregate = campaigns.campaign(campaign);
        Checked checked = checked(aggregate, ask);
        return units.count(aggregate, checked.target(), checked.day());
    }

    /** Refuses all faults together, each at its field: {@code target}, {@code day}, {@code reason}. */
    public void ask(String campaign, AskForMany ask, String actor) {
        Campaign aggregate = campaigns.campaign(campaign);
        Checked checked = checked(aggregate, ask);
        intake.holdOpen(aggregate.id());
        store.ask(aggregate, checked.target(), checked.day(), ask.reason(), null, actor);
        decisions.record(
                aggregate.id(),
                null,
                "Đề nghị gia hạn đến " + Vietnamese.day(checked.day()) + ": "
                        + open(campaign).whom(),
                actor,
                ask.reason());
        events.publishEvent(new ExtensionRequested(campaign, null));
    }

    /** The standing body's decision; what it grants holds at once. */
    public void decide(String campaign, Decide decision, String actor) {
        Campaign aggregate = campaigns.campaign(campaign);
        ExtensionRequest request = open(campaign);
        LocalDate common = campaigns.lastAcceptableDay(aggregate);
        List<Fault> faults = new ArrayList<>();
        if (decision.granted()) {
            rule(aggregate).check("day", decision.day(), faults);
        }
        WordsRule.check(
                "words",
                decision.words(),
                WordsRule.REASON,
                decision.granted() ? null : "Cần ghi lý do không đồng ý gia hạn.",
                faults);
        if (!faults.isEmpty()) {
            throw DomainException.refused("Chưa ghi được quyết định.", faults);
        }
        store.decide(request.id(), decision, actor);
        if (decision.granted() && decision.day() != null) {
            grant(aggregate, request, decision.day(), actor);
        } else {
            decisions.record(aggregate.id(), null, "Không đồng ý gia hạn: " + request.whom(), actor, decision.words());
        }
        events.publishEvent(new ExtensionDecided(
                campaign,
                request.id(),
                request.target(),
                decision.granted(),
                common,
                request.askedDay(),
                decision.granted() ? decision.day() : null,
                request.reason(),
                null,
                WordsRule.orNull(decision.words()),
                actor));
    }

    private void grant(Campaign campaign, ExtensionRequest request, LocalDate day, String actor) {
        if (request.target().scope() == ExtensionScope.ALL) {
            campaigns.moveDeadline(campaign.code(), day, request.reason(), actor);
            return;
        }
        intake.holdOpen(campaign.id());
        int moved = units.move(campaign, request.id(), request.target(), day);
        if (moved == 0) {
            throw DomainException.refused("Không còn đơn vị nào phải gia hạn đến " + Vietnamese.day(day)
                    + ": các đơn vị đã gửi báo cáo hoặc đã có hạn muộn hơn.");
        }
        units.recordMoved(request.id(), day, request.reason(), actor);
        decisions.record(
                campaign.id(),
                null,
                "Gia hạn đến " + Vietnamese.day(day) + " cho " + Vietnamese.count(moved) + " đơn vị: " + request.whom(),
                actor,
                request.reason());
        events.publishEvent(new ExtensionGranted(campaign.code(), request.id(), day));
    }

    private record Checked(Target target, LocalDate day) {}

    private Checked checked(Campaign campaign, AskForMany ask) {
        requireAskable(campaign);
        List<Fault> faults = new ArrayList<>();
        Target target = ask.target();
        if (target == null || target.scope() == ExtensionScope.UNIT) {
            faults.add(new Fault("target", "Cần chọn các đơn vị được gia hạn."));
        }
        rule(campaign).check("day", ask.day(), faults);
        WordsRule.check("reason", ask.reason(), WordsRule.REASON, "Cần ghi lý do gia hạn.", faults);
        LocalDate day = ask.day();
        if (target != null && day != null && faults.isEmpty() && units.count(campaign, target, day) == 0) {
            faults.add(new Fault("target", "Không có đơn vị nào còn nợ báo cáo mà hạn sớm hơn ngày này."));
        }
        if (target == null || day == null || !faults.isEmpty()) {
            throw DomainException.refused("Chưa gửi được đề nghị gia hạn.", faults);
        }
        return new Checked(target, day);
    }

    private void requireAskable(Campaign campaign) {
        if (!campaign.state().isCollecting()) {
            throw DomainException.refused("Chiến dịch không nhận báo cáo vào lúc này nên không gia hạn được.");
        }
        if (store.undecidedForMany(campaign).isPresent()) {
            throw DomainException.refused("Một đề nghị gia hạn hàng loạt đang chờ quyết định.");
        }
    }

    private DayRule rule(Campaign campaign) {
        return new DayRule(
                LocalDate.now(clock),
                campaigns.lastAcceptableDay(campaign),
                "chung",
                campaigns.milestone(campaign.code(), "lock"));
    }
}
