package vn.tongket.notification;

import static java.util.stream.Collectors.groupingBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.notification.NoticeRules.CampaignDay;
import vn.tongket.notification.NoticeRules.FileSays;
import vn.tongket.notification.NoticeRules.Told;
import vn.tongket.notification.NoticeRules.UnitDay;
import vn.tongket.report.SubmissionState;
import vn.tongket.shared.Vietnamese;

/**
 * What the tables of notices say on the days of one campaign.
 *
 * @param offsets the working days before T on which the plan wants reminders
 * @param common the last acceptable day of the campaign
 */
record NoticeCalendar(
        WorkingDays days, List<Integer> offsets, LocalDate common, int percentAllowed, NoticeRules.Table table) {

    /** How the campaign stands: how many required units there are, exempt ones left out, and how many owe. */
    record Standing(int expected, int missing) {

        double percentMissing() {
            return expected == 0 ? 0 : 100.0 * missing / expected;
        }
    }

    /** Notices are decided on working days only. */
    boolean isNoticeDay(LocalDate day) {
        return days.includes(day);
    }

    /** Whether anybody could be told anything on that day, wherever the reports stand then. */
    boolean mayTell(Collection<OwingGroup> groups, LocalDate day) {
        return !table.campaign(campaignDay(day, 100)).isEmpty()
                || groups.stream()
                        .anyMatch(group -> SubmissionState.OWING.stream()
                                .anyMatch(state -> told(group, state, day).isPresent()));
    }

    /**
     * What follows from these working days, ascending, the last of which is today: for each group in each state, and
     * for each kind of campaign notice, the last one is sent and those before it are skipped.
     */
    List<DecidedNotice> decide(Collection<OwingGroup> groups, Standing standing, List<LocalDate> noticeDays) {
        LocalDate today = noticeDays.get(noticeDays.size() - 1);
        List<DecidedNotice> decided = new ArrayList<>();
        for (OwingGroup group : groups) {
            for (SubmissionState state : SubmissionState.OWING) {
                decided.addAll(lastOnly(noticeDays.stream()
                        .flatMap(day ->
                                told(group, state, day).stream().map(told -> toUnits(group, state, told, day, today)))
                        .toList()));
            }
        }
        noticeDays.stream()
                .flatMap(day -> table.campaign(campaignDay(day, standing.percentMissing())).stream()
                        .map(told -> aboutCampaign(told, day, standing)))
                .collect(groupingBy(notice -> notice.told().kind()))
                .values()
                .forEach(ofOneKind -> decided.addAll(lastOnly(ofOneKind)));
        return decided;
    }

    private Optional<Told> told(OwingGroup group, SubmissionState state, LocalDate day) {
        int left = workingDaysLeft(day, group.owedBy());
        return table.unit(new UnitDay(left, fileSays(left), group.category(), state, group.returns()));
    }

    private FileSays fileSays(int daysLeft) {
        if (offsets.isEmpty()) {
            return FileSays.SILENT;
        }
        return offsets.contains(daysLeft) ? FileSays.NAMED : FileSays.UNNAMED;
    }

    private CampaignDay campaignDay(LocalDate day, double percentMissing) {
        return new CampaignDay(
                days.nextOnOrAfter(monday(day)).equals(day),
                workingDaysLeft(day, common),
                percentMissing,
                percentAllowed);
    }

    /** A digest is about its week, on whichever day it comes. */
    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** From that working day to T, the last working day on or before the deadline; negative after T. */
    private int workingDaysLeft(LocalDate day, LocalDate deadline) {
        LocalDate last = days.lastOnOrBefore(deadline);
        return last.isBefore(day) ? -days.between(last, day) : days.between(day, last);
    }

    private DecidedNotice toUnits(OwingGroup group, SubmissionState state, Told told, LocalDate day, LocalDate today) {
        return new DecidedNotice(
                group,
                state,
                told,
                occasion(group.owedBy(), workingDaysLeft(day, group.owedBy())),
                group.owedBy(),
                false,
                Map.of(
                        "deadline", Vietnamese.day(group.owedBy()),
                        "daysLeft", workingDaysLeft(today, group.owedBy()),
                        "state", state.label()));
    }

    private DecidedNotice aboutCampaign(Told told, LocalDate day, Standing standing) {
        return new DecidedNotice(
                null,
                null,
                told,
                told.kind() == NoticeKind.DIGEST
                        ? monday(day).toString()
                        : occasion(common, workingDaysLeft(day, common)),
                common,
                false,
                Map.of(
                        "day", Vietnamese.day(day),
                        "deadline", Vietnamese.day(common),
                        "expected", standing.expected(),
                        "missing", standing.missing()));
    }

    /** {@code 2017-11-04/T-5}, {@code …/T}, {@code …/T+1}. */
    private static String occasion(LocalDate deadline, int daysLeft) {
        return deadline + "/T" + (daysLeft == 0 ? "" : daysLeft > 0 ? "-" + daysLeft : "+" + -daysLeft);
    }

    private static List<DecidedNotice> lastOnly(List<DecidedNotice> ascending) {
        List<DecidedNotice> all = new ArrayList<>();
        for (int i = 0; i < ascending.size(); i++) {
            DecidedNotice notice = ascending.get(i);
            all.add(
                    i == ascending.size() - 1
                            ? notice
                            : new DecidedNotice(
                                    notice.group(),
                                    notice.state(),
                                    notice.told(),
                                    notice.occasion(),
                                    notice.deadline(),
                                    true,
                                    notice.details()));
        }
        return all;
    }
}
