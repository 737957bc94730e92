package vn.tongket.notification;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.notification.NoticePlans.NoticePlan;

/**
 * Decides at eight on a campaign's working days who is told what. Each day is decided once; after an outage all days
 * since are decided together, and of what was missed only the last is sent. Times are Vietnam's.
 */
@Service
@Transactional
public class NoticeDays {

    private static final LocalTime HOUR = LocalTime.of(8, 0);
    /** The campaign is looked at so often even if nothing is to be told. */
    private static final int HORIZON = 60;

    private final CampaignService campaigns;
    private final WorkingCalendar workingDays;
    private final NoticePlans plans;
    private final OwingUnits units;
    private final DecidedNotices notices;
    private final NoticeRules rules;
    private final NoticeSettings settings;
    private final ApplicationEventPublisher events;

    NoticeDays(
            CampaignService campaigns,
            WorkingCalendar workingDays,
            NoticePlans plans,
            OwingUnits units,
            DecidedNotices notices,
            NoticeRules rules,
            NoticeSettings settings,
            ApplicationEventPublisher events) {
        this.campaigns = campaigns;
        this.workingDays = workingDays;
        this.plans = plans;
        this.units = units;
        this.notices = notices;
        this.rules = rules;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Decides all days up to today that are not decided yet, and answers when to come again. Before eight, on a day off
     * and for a campaign that collects no reports nothing is decided. Repeatable.
     */
    public LocalDateTime decide(String code, LocalDateTime now) {
        NoticePlan plan = plans.hold(code);
        Campaign campaign = campaigns.campaign(code);
        NoticeCalendar calendar = calendar(campaign);
        List<OwingGroup> groups = units.groups(campaign.id(), calendar.common());
        LocalDate until = plan.decidedUntil();
        if (campaign.state().isCollecting() && isMoment(calendar, now)) {
            // Days that passed before it, while nothing was due, are settled whatever the dates are now.
            LocalDate from =
                    plan.missedSince(now).map(LocalDateTime::toLocalDate).orElse(until.plusDays(1));
            List<LocalDate> days = from.datesUntil(
                            later(until, now.toLocalDate()).plusDays(1))
                    .filter(calendar::isNoticeDay)
                    .toList();
            if (!days.isEmpty()) {
                write(campaign, calendar, groups, days);
                until = now.toLocalDate();
            }
        }
        Optional<LocalDateTime> open = until.equals(plan.decidedUntil()) ? plan.missedSince(now) : Optional.empty();
        LocalDateTime dueAt = open.orElse(next(calendar, groups, until, now));
        return save(campaign.id(), until, dueAt, calendar, now);
    }

    /**
     * Dates of the campaign or of some of its units changed: answers when the next decision is due by the new ones. The
     * days that passed while nothing was due are settled, also for units that would have been told something on them by
     * their new dates.
     */
    public LocalDateTime replan(String code, LocalDateTime now) {
        NoticePlan plan = plans.hold(code);
        Campaign campaign = campaigns.campaign(code);
        NoticeCalendar calendar = calendar(campaign);
        Optional<LocalDateTime> missed = plan.missedSince(now);
        if (missed.isPresent()) {
            // By the dates of its day something was due and was not decided: those days stay open until they are.
            return save(campaign.id(), plan.decidedUntil(), missed.get(), calendar, now);
        }
        LocalDate until = plan.nextAt() == null ? plan.decidedUntil() : later(plan.decidedUntil(), lastPassed(now));
        List<OwingGroup> groups = units.groups(campaign.id(), calendar.common());
        return save(campaign.id(), until, next(calendar, groups, until, now), calendar, now);
    }

    /** The codes of the campaigns whose notices are being decided. */
    @Transactional(readOnly = true)
    public List<String> collecting() {
        return plans.collecting();
    }

    /** Answers when to come for it: at that moment, or, when it is past, at the next one. */
    private LocalDateTime save(
            UUID campaign, LocalDate until, LocalDateTime dueAt, NoticeCalendar calendar, LocalDateTime now) {
        plans.save(campaign, new NoticePlan(until, dueAt));
        if (!dueAt.isBefore(now)) {
            return dueAt;
        }
        return isMoment(calendar, now) ? now : momentAfter(calendar, now);
    }

    private void write(
            Campaign campaign, NoticeCalendar calendar, Collection<OwingGroup> groups, List<LocalDate> days) {
        LocalDate today = days.get(days.size() - 1);
        List<DecidedNotice> decided = calendar.decide(groups, units.standing(campaign.id()), days);
        if (!decided.isEmpty()) {
            List<String> urged = notices.write(campaign, calendar.common(), today, decided);
            events.publishEvent(new NoticesDecided(campaign.code(), today, urged));
        }
    }

    /** The first moment after the days that are decided at which anybody could be told anything; it may be past. */
    private static LocalDateTime next(
            NoticeCalendar calendar, Collection<OwingGroup> groups, LocalDate until, LocalDateTime now) {
        LocalDate day = until.plusDays(1);
        LocalDate horizon = later(until, now.toLocalDate()).plusDays(HORIZON);
        while (day.isBefore(horizon) && !(calendar.isNoticeDay(day) && calendar.mayTell(groups, day))) {
            day = day.plusDays(1);
        }
        return day.atTime(HOUR);
    }

    private static LocalDateTime momentAfter(NoticeCalendar calendar, LocalDateTime now) {
        LocalDate day = lastPassed(now).plusDays(1);
        while (!calendar.isNoticeDay(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(HOUR);
    }

    private static boolean isMoment(NoticeCalendar calendar, LocalDateTime now) {
        return calendar.isNoticeDay(now.toLocalDate()) && !now.toLocalTime().isBefore(HOUR);
    }

    /** The last day whose eight o'clock is over. */
    private static LocalDate lastPassed(LocalDateTime now) {
        return now.toLocalTime().isBefore(HOUR) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
    }

    private NoticeCalendar calendar(Campaign campaign) {
        WorkingDays days = workingDays.days();
        return new NoticeCalendar(
                days,
                campaign.reminderOffsets(),
                campaign.deadline().lastAcceptableDay(days),
                settings.missingPercent(),
                rules.current());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
