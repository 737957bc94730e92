package vn.tongket.extension;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Decisions;
import vn.tongket.extension.ExtensionCommands.Ask;
import vn.tongket.extension.ExtensionCommands.Decide;
import vn.tongket.extension.ExtensionCommands.Propose;
import vn.tongket.report.ReportDeadlines;
import vn.tongket.report.ReportDeadlines.Owed;
import vn.tongket.report.ReportIntake;
import vn.tongket.report.SubmissionState;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.Vietnamese;

/**
 * A unit asks for more time before its deadline, the focal department proposes, the standing body decides (domain.md,
 * section 5). What is granted moves the unit's day in the same transaction, and with it all that listens.
 */
@Service
@Transactional
public class Extensions {

    private final CampaignService campaigns;
    private final ReportDeadlines deadlines;
    private final ReportIntake intake;
    private final ExtensionStore store;
    private final ExtensionUnits units;
    private final Decisions decisions;
    private final ExtensionSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Extensions(
            CampaignService campaigns,
            ReportDeadlines deadlines,
            ReportIntake intake,
            ExtensionStore store,
            ExtensionUnits units,
            Decisions decisions,
            ExtensionSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.deadlines = deadlines;
        this.intake = intake;
        this.store = store;
        this.units = units;
        this.decisions = decisions;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** What the unit has asked for, the newest first. */
    @Transactional(readOnly = true)
    public List<ExtensionRequest> of(String campaign, String unit) {
        return store.ofUnit(campaigns.campaign(campaign), unit);
    }

    /** The request that somebody has to propose or decide on; refused when there is none. */
    @Transactional(readOnly = true)
    public ExtensionRequest open(String campaign, String unit) {
        return store.ofUnit(campaigns.campaign(campaign), unit).stream()
                .filter(ExtensionRequest::isOpen)
                .findFirst()
                .orElseThrow(() -> DomainException.refused("Đơn vị không còn đề nghị gia hạn nào chờ quyết định."
                        + " Đề nghị kết thúc khi báo cáo được chấp nhận hoặc khi khóa số liệu."));
    }

    /** Refuses, before anything is typed, what no day and no reason would mend. */
    @Transactional(readOnly = true)
    public void requireAskable(String campaign, String unit) {
        requireAskable(campaigns.campaign(campaign), unit, deadlines.of(campaign, unit));
    }

    /** Refuses all faults together, each at its field: {@code day}, {@code reason}, {@code letterNumber}. */
    public void ask(String campaign, String unit, Ask ask, String actor) {
        Campaign aggregate = campaigns.campaign(campaign);
        requireCollecting(aggregate);
        Owed owed = hold(aggregate, unit);
        requireAskable(aggregate, unit, owed);
        List<Fault> faults = new ArrayList<>();
        rule(aggregate, owed).check("day", ask.day(), faults);
        WordsRule.check("reason", ask.reason(), WordsRule.REASON, "Cần ghi lý do xin gia hạn.", faults);
        WordsRule.check(
                "letterNumber",
                ask.letterNumber(),
                WordsRule.LETTER,
                "Cần ghi số, ký hiệu công văn của đơn vị, ví dụ 15/CV-CĐ.",
                faults);
        if (ask.day() == null || !faults.isEmpty()) {
            throw DomainException.refused("Chưa gửi được đề nghị gia hạn.", faults);
        }
        store.ask(aggregate, Target.unit(unit), ask.day(), ask.reason(), ask.letterNumber(), actor);
        decisions.record(
                aggregate.id(),
                unit,
                "Xin gia hạn đến " + Vietnamese.day(ask.day()) + " theo công văn " + ask.letterNumber(),
                actor,
                ask.reason());
        events.publishEvent(new ExtensionRequested(campaign, unit));
    }

    /** The focal department's proposal. The unit does not see it. */
    public void propose(String campaign, String unit, Propose proposal, String actor) {
        Campaign aggregate = campaigns.campaign(campaign);
        Owed owed = hold(aggregate, unit);
        ExtensionRequest request = open(campaign, unit);
        List<Fault> faults = new ArrayList<>();
        if (proposal.favoured()) {
            rule(aggregate, owed).check("day", proposal.day(), faults);
        }
        WordsRule.check(
                "note",
                proposal.note(),
                WordsRule.REASON,
                proposal.favoured() ? null : "Cần ghi vì sao không nên gia hạn.",
                faults);
        refuse("Chưa ghi được đề xuất.", faults);
        store.propose(request.id(), proposal, actor);
    }

    /** The standing body's decision; what it grants holds at once. */
    public void decide(String campaign, String unit, Decide decision, String actor) {
        Campaign aggregate = campaigns.campaign(campaign);
        Owed owed = hold(aggregate, unit);
        ExtensionRequest request = open(campaign, unit);
        List<Fault> faults = new ArrayList<>();
        if (decision.granted()) {
            rule(aggregate, owed).check("day", decision.day(), faults);
        }
        WordsRule.check(
                "words",
                decision.words(),
                WordsRule.REASON,
                decision.granted() ? null : "Cần ghi lý do không đồng ý gia hạn.",
                faults);
        refuse("Chưa ghi được quyết định.", faults);
        store.decide(request.id(), decision, actor);
        if (decision.granted() && decision.day() != null) {
            units.move(aggregate, request.id(), request.target(), decision.day());
            units.recordMoved(request.id(), decision.day(), request.reason(), actor);
            events.publishEvent(new ExtensionGranted(campaign, request.id(), decision.day()));
        } else {
            decisions.record(aggregate.id(), unit, "Không đồng ý gia hạn", actor, decision.words());
        }
        events.publishEvent(new ExtensionDecided(
                campaign,
                request.id(),
                request.target(),
                decision.granted(),
                owed.deadline(),
                request.askedDay(),
                decision.granted() ? decision.day() : null,
                request.reason(),
                request.letterNumber(),
                WordsRule.orNull(decision.words()),
                actor));
    }

    /** Neither the lock nor another decision comes between. */
    private Owed hold(Campaign campaign, String unit) {
        intake.holdOpen(campaign.id());
        return deadlines.hold(campaign.code(), unit);
    }

    private void requireAskable(Campaign campaign, String unit, Owed owed) {
        requireCollecting(campaign);
        if (!SubmissionState.OWING.contains(owed.state())) {
            throw DomainException.refused(
                    "Báo cáo đang ở trạng thái “" + owed.state().label() + "”, không phải xin gia hạn.");
        }
        List<ExtensionRequest> asked = store.ofUnit(campaign, unit);
        if (asked.stream().anyMatch(ExtensionRequest::isOpen)) {
            throw DomainException.refused("Đề nghị gia hạn của đơn vị đang chờ quyết định.");
        }
        if (asked.size() >= settings.maxPerUnit()) {
            throw DomainException.refused(
                    "Đơn vị đã xin gia hạn; mỗi đơn vị chỉ được xin " + settings.maxPerUnit() + " lần.");
        }
        if (LocalDate.now(clock).isAfter(owed.deadline())) {
            throw DomainException.refused("Đã quá hạn gửi báo cáo của đơn vị (hết ngày "
                    + Vietnamese.day(owed.deadline()) + "), không xin gia hạn được nữa.");
        }
    }

    private static void requireCollecting(Campaign campaign) {
        if (!campaign.state().isCollecting()) {
            throw DomainException.refused("Chiến dịch đã khóa số liệu, không xin gia hạn được nữa.");
        }
    }

    private DayRule rule(Campaign campaign, Owed owed) {
        LocalDate present = owed.owedBy().isAfter(owed.deadline()) ? owed.owedBy() : owed.deadline();
        return new DayRule(LocalDate.now(clock), present, "của đơn vị", campaigns.milestone(campaign.code(), "lock"));
    }

    private static void refuse(String sentence, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw DomainException.refused(sentence, faults);
        }
    }
}
