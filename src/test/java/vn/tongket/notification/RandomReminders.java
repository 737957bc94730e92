package vn.tongket.notification;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.notification.NoticeModel.Unit;

/**
 * One random campaign from its issue to its lock: reports are written, sent, taken back, returned, accepted, exempted,
 * extended; the deadline and the calendar move; the system goes down and comes back. Everything happens to the product's
 * tables and, told in the same words, to the model.
 */
final class RandomReminders {

    private final Random random;
    private final NoticeDays days;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final String code;
    private final UUID campaign;
    private final List<String> trace = new ArrayList<>();

    private NoticeModel model;
    private LocalDateTime now;
    private LocalDateTime nextNotice;
    private LocalDate lock;

    RandomReminders(long seed, NoticeDays days, JdbcClient jdbc, EntityManager entities, String code, UUID campaign) {
        this.random = new Random(seed);
        this.days = days;
        this.jdbc = jdbc;
        this.entities = entities;
        this.code = code;
        this.campaign = campaign;
    }

    List<String> trace() {
        return trace;
    }

    Map<String, Boolean> expected() {
        return model.notices;
    }

    /** {@code unit|kind|occasion}, and whether it was skipped. */
    Map<String, Boolean> actual() {
        Map<String, Boolean> rows = new TreeMap<>();
        jdbc.sql("""
                        select coalesce(unit_code, '-') || '|' || kind || '|' || occasion as key, skipped from notice
                        where campaign_id = ? and kind in
                        ('REMINDER', 'DUE_TODAY', 'OVERDUE', 'URGING_LETTER', 'DIGEST', 'ESCALATION')""")
                .param(campaign)
                .query((row, i) -> rows.put(row.getString("key"), row.getBoolean("skipped")))
                .list();
        return rows;
    }

    /** What was sent to nobody, or skipped to somebody, or to one person in two mails of a day. */
    List<String> misaddressed() {
        return jdbc.sql("""
                        select n.kind || ' ' || n.occasion || ' ' || coalesce(n.unit_code, '-') from notice n
                        left join notice_recipient r on r.notice_id = n.id and r.mail_id is not null
                        where n.campaign_id = :campaign and n.kind in
                            ('REMINDER', 'DUE_TODAY', 'OVERDUE', 'URGING_LETTER', 'DIGEST', 'ESCALATION')
                        group by n.id having count(r.mail_id) <> case when n.skipped then 0
                            when n.kind in ('OVERDUE', 'URGING_LETTER') then 2 else 1 end
                        union all
                        select m.address || ' ' || m.bundle from mail m where m.campaign_id = :campaign
                            and m.bundle like 'day:%' group by m.address, m.bundle having count(*) > 1""").param("campaign", campaign).query(String.class).list();
    }

    void run() {
        begin();
        LocalDateTime end = lock.atTime(LocalTime.of(17, 0));
        LocalDateTime nextDeed = now.plus(pause());
        LocalDateTime nextOutage = now.plusHours(random.nextInt(24 * 60));
        while (now.isBefore(end)) {
            if (!nextNotice.isAfter(nextDeed) && !nextNotice.isAfter(nextOutage)) {
                to(nextNotice.plusSeconds(random.nextInt(90)), true);
                decide();
            } else if (!nextDeed.isAfter(nextOutage)) {
                to(nextDeed, true);
                deed();
                nextDeed = now.plus(pause());
            } else {
                to(nextOutage, true);
                outage();
                nextDeed = nextDeed.isBefore(now) ? now.plus(pause()) : nextDeed;
                nextOutage = now.plusHours(24 + random.nextInt(24 * 40));
            }
        }
    }

    private void begin() {
        LocalDate deadline = LocalDate.of(2040 + random.nextInt(10), 1, 1).plusDays(random.nextInt(365));
        lock = deadline.plusDays(3 + random.nextInt(12));
        now = deadline.minusDays(5 + random.nextInt(40)).atTime(random.nextInt(24), random.nextInt(60));
        model = new NoticeModel(now, deadline);
        random.ints(random.nextInt(5), 1, 22).forEach(model.offsets::add);
        jdbc.sql("""
                        update campaign set nominal_deadline = :deadline, semantics = 'BY', roll = 'NONE',
                            moved_deadline = null, grace_until = null, reminder_offsets = cast(:offsets as jsonb),
                            issued_at = cast(:issued as timestamp) at time zone 'Asia/Ho_Chi_Minh'
                        where id = :campaign""")
                .param("deadline", deadline)
                .param("offsets", model.offsets.toString())
                .param("issued", now)
                .param("campaign", campaign)
                .update();
        chooseUnits();
        holidays(deadline);
        say("issued, deadline " + deadline + ", reminders " + model.offsets + ", units " + model.units.keySet()
                + ", days " + model.exceptions);
        entities.clear();
        nextNotice = days.replan(code, now);
    }

    private void chooseUnits() {
        List<Unit> all = jdbc.sql("select unit_code, required from participant where campaign_id = ? order by position")
                .param(campaign)
                .query((row, i) -> new Unit(row.getString("unit_code"), row.getBoolean("required")))
                .list();
        int wanted = 1 + random.nextInt(6);
        IntStream.generate(() -> random.nextInt(all.size()))
                .distinct()
                .limit(wanted)
                .mapToObj(all::get)
                .forEach(unit -> model.units.put(unit.code, unit));
        jdbc.sql("""
                        delete from report r using participant p
                        where p.id = r.id and r.campaign_id = :campaign and p.unit_code not in (:units)""")
                .param("campaign", campaign)
                .param("units", model.units.keySet())
                .update();
    }

    private void holidays(LocalDate around) {
        for (int i = random.nextInt(8); i > 0; i--) {
            dayDiffers(around.plusDays(random.nextInt(60) - 45));
        }
    }

    private void dayDiffers(LocalDate day) {
        boolean works = !model.works(day);
        model.exceptions.put(day, works);
        jdbc.sql("""
                        insert into calendar_day (day, working, name) values (:day, :works, 'Ngày thử')
                        on conflict (day) do update set working = excluded.working""").param("day", day).param("works", works).update();
    }

    private Duration pause() {
        return Duration.ofMinutes(30 + random.nextInt(60 * 24 * 5));
    }

    private void to(LocalDateTime time, boolean running) {
        LocalDateTime then = time.isBefore(now) ? now : time;
        model.pass(then, running);
        now = then;
    }

    /** The engine runs a job again whose answer it did not see committed, and another node may come at the same time. */
    private void decide() {
        nextNotice = days.decide(code, now);
        say("decided, next " + nextNotice);
        if (random.nextInt(4) == 0) {
            nextNotice = days.decide(code, now.plusSeconds(random.nextInt(3)));
            say("decided again, next " + nextNotice);
        }
    }

    private void outage() {
        say("down");
        to(now.plusHours(1 + random.nextInt(24 * 9)), false);
        model.recover();
        say("up");
        if (!nextNotice.isAfter(now)) {
            decide();
        }
    }

    private void deed() {
        if (random.nextInt(12) == 0) {
            LocalDate day = now.toLocalDate().plusDays(1 + random.nextInt(25));
            dayDiffers(day);
            say("calendar " + day + " " + (model.works(day) ? "works" : "is off"));
            replan();
        } else if (random.nextInt(14) == 0) {
            moveDeadline();
        } else {
            List<Unit> units = List.copyOf(model.units.values());
            step(units.get(random.nextInt(units.size())));
        }
    }

    private void moveDeadline() {
        LocalDate later = model.common.isBefore(now.toLocalDate()) ? now.toLocalDate() : model.common;
        LocalDate day = later.plusDays(1 + random.nextInt(10));
        model.common = day;
        jdbc.sql("update campaign set moved_deadline = ? where id = ?")
                .params(day, campaign)
                .update();
        for (Unit unit : model.units.values()) {
            boolean ownLater = unit.extendedTo != null && unit.extendedTo.isAfter(day);
            if (unit.resendBy != null && unit.resendBy.isBefore(day) && !ownLater) {
                unit.resendBy = day;
                save(unit);
            }
        }
        lock = lock.isAfter(day) ? lock : day.plusDays(3);
        say("deadline for all " + day);
        replan();
    }

    private void step(Unit unit) {
        boolean moved = false;
        switch (unit.state) {
            case "NOT_STARTED" -> moved = either(unit, "DRAFTING");
            case "DRAFTING", "RETURNED" -> moved = either(unit, "INTERNAL_REVIEW");
            case "INTERNAL_REVIEW" -> {
                if (random.nextInt(5) == 0) {
                    unit.state = unit.resendBy == null ? "DRAFTING" : "RETURNED";
                } else {
                    unit.state = "SUBMITTED";
                    unit.resendBy = null;
                }
            }
            case "SUBMITTED" -> unit.state = "UNDER_REVIEW";
            case "UNDER_REVIEW" -> moved = review(unit);
            default -> {
                return;
            }
        }
        save(unit);
        say(unit.code + " " + unit.state + " own " + unit.extendedTo + " again by " + unit.resendBy);
        if (moved) {
            replan();
        }
    }

    /** On to the next state, or time is given, or the unit is exempted; answers whether a date moved. */
    private boolean either(Unit unit, String next) {
        int chance = random.nextInt(10);
        if (chance == 0) {
            unit.state = "EXEMPT";
            unit.resendBy = null;
            return false;
        }
        if (chance > 2) {
            unit.state = next;
            return false;
        }
        LocalDate present = model.owedBy(unit).isAfter(now.toLocalDate()) ? model.owedBy(unit) : now.toLocalDate();
        unit.extendedTo = present.plusDays(1 + random.nextInt(14));
        if (unit.resendBy != null && unit.resendBy.isBefore(unit.extendedTo)) {
            unit.resendBy = unit.extendedTo;
        }
        return true;
    }

    private boolean review(Unit unit) {
        int chance = random.nextInt(6);
        if (chance == 0) {
            unit.state = "DRAFTING";
            return true;
        }
        if (chance > 3) {
            unit.state = "ACCEPTED";
            return false;
        }
        unit.state = "RETURNED";
        unit.resendBy = now.toLocalDate().plusDays(random.nextInt(15));
        jdbc.sql("""
                        insert into report_return (id, report_id, version, actor, returned_at, due)
                        select gen_random_uuid(), r.id, 1, 'thử', now(), :due from report r
                        join participant p on p.id = r.id where p.campaign_id = :campaign and p.unit_code = :unit""")
                .param("due", unit.resendBy)
                .param("campaign", campaign)
                .param("unit", unit.code)
                .update();
        return true;
    }

    private void save(Unit unit) {
        jdbc.sql("""
                        update report set state = :state, extended_to = :extended, resend_by = :resend where id =
                            (select id from participant where campaign_id = :campaign and unit_code = :unit)""")
                .param("state", unit.state)
                .param("extended", unit.extendedTo)
                .param("resend", unit.resendBy)
                .param("campaign", campaign)
                .param("unit", unit.code)
                .update();
    }

    /** As whoever changes a date does, in the same transaction. */
    private void replan() {
        entities.clear();
        nextNotice = days.replan(code, now);
        say("next " + nextNotice);
    }

    private void say(@Nullable String what) {
        trace.add(now + " " + what);
    }

    @Override
    public String toString() {
        return trace.stream().collect(Collectors.joining("\n"));
    }
}
