package vn.tongket.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionUnit;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.Vietnamese;

/** The plan from its draft to its issue, and the campaign's dates. Campaigns go by their code. */
@Service
@Transactional
public class CampaignService {

    private final CampaignRepository campaigns;
    private final CampaignDefinitions definitions;
    private final Participants participants;
    private final Decisions decisions;
    private final Organization organization;
    private final WorkingCalendar calendar;
    private final ObjectProvider<PlanRule> rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CampaignService(
            CampaignRepository campaigns,
            CampaignDefinitions definitions,
            Participants participants,
            Decisions decisions,
            Organization organization,
            WorkingCalendar calendar,
            ObjectProvider<PlanRule> rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.definitions = definitions;
        this.participants = participants;
        this.decisions = decisions;
        this.organization = organization;
        this.calendar = calendar;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Campaign campaign(String code) {
        return campaigns
                .findByCode(code)
                .orElseThrow(() -> DomainException.notFound("Không có chiến dịch “" + code + "”."));
    }

    @Transactional(readOnly = true)
    public Campaign campaign(UUID id) {
        return campaigns.findById(id).orElseThrow(() -> DomainException.notFound("Không có chiến dịch này."));
    }

    @Transactional(readOnly = true)
    public boolean exists(String code) {
        return campaigns.existsByCode(code);
    }

    /** All campaigns, newest first. */
    @Transactional(readOnly = true)
    public List<Campaign> all() {
        return campaigns.findAllByOrderByCreatedAtDesc();
    }

    @Transactional(readOnly = true)
    public CampaignFile definition(String code) {
        return definitions.of(campaign(code).id());
    }

    /** Saves the draft as it is, in order or not; {@link #finishDrafting} checks it. */
    public void redraft(String code, Campaign.Draft draft) {
        campaign(code).redraft(draft);
    }

    /** As {@link #redraft(String, Campaign.Draft)}; refuses a draft that rests on another version than the present. */
    public void redraft(String code, Campaign.Draft draft, int expected) {
        Campaign campaign = campaign(code);
        if (campaign.isDrafting() && campaign.version() != expected) {
            throw DomainException.stale(
                    "Kế hoạch đã được người khác sửa. Hãy mở lại trang để xem bản mới trước khi ghi.");
        }
        redraft(code, draft);
    }

    /** What {@link #finishDrafting} would refuse as the draft stands. */
    @Transactional(readOnly = true)
    public List<Fault> draftFaults(String code) {
        Campaign campaign = campaign(code);
        CampaignDates dates = dates(campaign);
        List<Fault> faults = new ArrayList<>(PlanCheck.faultsOf(campaign, dates, organization.members(issuer(code))));
        rules.forEach(rule -> rule.faultOf(campaign, dates.closing()).ifPresent(faults::add));
        return faults;
    }

    /** Refuses dates out of order and participants without an address, all faults listed. */
    public void finishDrafting(String code, String actor) {
        Campaign campaign = campaign(code);
        List<Fault> faults = draftFaults(code);
        if (!faults.isEmpty()) {
            throw DomainException.refused("Kế hoạch còn " + faults.size() + " điểm phải sửa.", faults);
        }
        campaign.submitPlan(clock.instant());
        decisions.record(campaign.id(), null, "Trình kế hoạch", actor, null);
    }

    public void approvePlan(String code, String actor) {
        Campaign campaign = campaign(code);
        campaign.approvePlan(clock.instant());
        decisions.record(campaign.id(), null, "Duyệt kế hoạch", actor, null);
    }

    /** Back to the draft; refuses a blank reason. */
    public void returnPlan(String code, String reason, String actor) {
        if (reason.isBlank()) {
            throw DomainException.refused("Cần ghi lý do trả lại kế hoạch.");
        }
        Campaign campaign = campaign(code);
        campaign.returnPlan();
        decisions.record(campaign.id(), null, "Trả lại kế hoạch", actor, reason);
    }

    /** The plan is out under that number; the participants are frozen. */
    public void issue(String code, String number, LocalDate date, String signer, String actor) {
        Campaign campaign = campaign(code);
        campaign.issue(number, date, signer, clock.instant());
        campaigns.flush();
        participants.freeze(campaign);
        decisions.record(campaign.id(), null, "Ban hành kế hoạch " + number, actor, null);
    }

    /** All reports are open. */
    public void startCollecting(String code) {
        Campaign campaign = campaign(code);
        if (campaign.state() == CampaignState.ISSUED) {
            campaign.become(CampaignState.COLLECTING);
        }
    }

    public void lock(String code, String actor) {
        Campaign campaign = campaign(code);
        campaign.lock(clock.instant());
        decisions.record(campaign.id(), null, "Khóa nhận báo cáo", actor, null);
        events.publishEvent(new CampaignLocked(code));
    }

    /** The next state of the work after the lock; refused when it does not follow from the present one. */
    public void become(String code, CampaignState next, String kind, String actor, @Nullable String reason) {
        Campaign campaign = campaign(code);
        if (campaign.state() != next) {
            campaign.become(next);
        }
        decisions.record(campaign.id(), null, kind, actor, reason);
    }

    /** The code of the union that runs it. */
    @Transactional(readOnly = true)
    public String issuer(String code) {
        return organization.unit(campaign(code).issuerId()).code();
    }

    /** The union that the result goes to. */
    @Transactional(readOnly = true)
    public UnionUnit superior(String code) {
        return organization.unit(campaign(code).reportsToId());
    }

    @Transactional(readOnly = true)
    public CampaignDates dates(String code) {
        return dates(campaign(code));
    }

    /** A report received until its end is in time, unless its unit has a day of its own. */
    @Transactional(readOnly = true)
    public LocalDate lastAcceptableDay(Campaign campaign) {
        return campaign.deadline().lastAcceptableDay(calendar.days());
    }

    /** See {@link CampaignDates}. */
    @Transactional(readOnly = true)
    public CampaignDates dates(Campaign campaign) {
        WorkingDays days = calendar.days();
        LocalDate last = campaign.deadline().lastAcceptableDay(days);
        LocalDate lastWorkingDay = days.lastOnOrBefore(last);
        List<LocalDate> reminders = campaign.reminderOffsets().stream()
                .map(offset -> days.plus(lastWorkingDay, -offset))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        return new CampaignDates(last, lastWorkingDay, campaign.deadline().graceUntil(), reminders);
    }

    /** The day of the milestone of that kind ({@code lock}, {@code conference}, …), if the plan names one. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> milestone(String code, String kind) {
        return campaign(code).milestones().stream()
                .filter(milestone -> milestone.kind().equals(kind))
                .map(CampaignFile.Milestone::date)
                .findFirst();
    }

    /** Moves the last acceptable day for all; refuses a day that is not after today and after the present one. */
    public void moveDeadline(String code, LocalDate lastAcceptableDay, String reason, String actor) {
        if (reason.isBlank()) {
            throw DomainException.refused("Cần ghi lý do lùi hạn.");
        }
        Campaign campaign = campaign(code);
        LocalDate before = lastAcceptableDay(campaign);
        if (!lastAcceptableDay.isAfter(before) || lastAcceptableDay.isBefore(LocalDate.now(clock))) {
            throw DomainException.refused("Hạn mới phải sau hạn cũ (" + Vietnamese.day(before) + ") và chưa qua.");
        }
        rules.stream()
                .flatMap(rule -> rule.faultOf(campaign, lastAcceptableDay).stream())
                .findFirst()
                .ifPresent(fault -> {
                    throw DomainException.refused(fault.message());
                });
        campaign.moveDeadline(lastAcceptableDay);
        campaigns.flush();
        decisions.record(campaign.id(), null, "Lùi hạn chung đến " + Vietnamese.day(lastAcceptableDay), actor, reason);
        events.publishEvent(new DeadlineMoved(code, before, lastAcceptableDay));
    }
}
