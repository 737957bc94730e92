package vn.tongket.faults;

import static vn.tongket.cluster.GeneratedCampaign.CODE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.faults.ExpectedNotices.Expected;

/** What there is afterwards, beside what should be. */
final class Verdict {

    private record Mail(String messageId, String address) {}

    private final JdbcClient sql;
    private final Map<String, Expected> expected;
    private final Set<String> overtaken;
    private final Map<String, Expected> found = new TreeMap<>();
    private final Map<String, List<Mail>> mails = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Copy> copies;

    Verdict(JdbcClient sql, ExpectedNotices expected, List<Copy> copies) {
        this.sql = sql;
        this.expected = expected.all();
        this.overtaken = expected.overtaken();
        this.copies = copies;
        copies.forEach(copy -> taken.add(copy.messageId() + copy.recipient()));
        sql.sql("""
                        select coalesce(n.unit_code, '') as unit_code, n.kind, n.occasion, n.skipped, m.message_id,
                            m.address
                        from notice n
                        left join notice_recipient r on r.notice_id = n.id
                        left join mail m on m.id = r.mail_id
                        where n.campaign_id = (select id from campaign where code = ?)
                        order by n.id, r.position""").param(CODE).query(row -> {
            String key =
                    ExpectedNotices.key(row.getString("unit_code"), row.getString("kind"), row.getString("occasion"));
            Expected notice = found.computeIfAbsent(key, any -> found(row));
            if (row.getString("message_id") != null) {
                notice.addresses().add(row.getString("address"));
                mails.computeIfAbsent(key, any -> new ArrayList<>())
                        .add(new Mail(row.getString("message_id"), row.getString("address")));
            }
        });
    }

    private static Expected found(java.sql.ResultSet row) {
        try {
            return new Expected(
                    row.getString("unit_code"),
                    row.getString("kind"),
                    row.getString("occasion"),
                    row.getBoolean("skipped"),
                    new ArrayList<>());
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int expectedOf(String kind, boolean skipped) {
        return count(expected, kind, skipped);
    }

    int foundOf(String kind, boolean skipped) {
        return count(found, kind, skipped);
    }

    private static int count(Map<String, Expected> notices, String kind, boolean skipped) {
        return (int) notices.values().stream()
                .filter(notice -> notice.kind().equals(kind) && notice.skipped() == skipped)
                .count();
    }

    int overtaken() {
        return overtaken.size();
    }

    List<String> kinds() {
        Set<String> kinds = new HashSet<>();
        expected.values().forEach(notice -> kinds.add(notice.kind()));
        found.values().forEach(notice -> kinds.add(notice.kind()));
        return kinds.stream().sorted().toList();
    }

    /** Expected and not there, or there and not with every addressee's mail server. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        expected.forEach((key, notice) -> {
            List<Mail> sent = mails.getOrDefault(key, List.of());
            if (!found.containsKey(key)) {
                missing.add(key);
            } else if (!notice.skipped()
                    && !overtaken.contains(key)
                    && !sent.stream().allMatch(mail -> taken.contains(mail.messageId() + mail.address()))) {
                missing.add(key + " was not delivered");
            }
        });
        return missing;
    }

    /** There and not expected, to others than expected, skipped instead of sent, or delivered when it was too late. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        found.forEach((key, notice) -> {
            Expected right = expected.get(key);
            if (right == null) {
                wrong.add(key + " was not expected");
            } else if (!right.equals(notice)) {
                wrong.add(key + ": " + notice + " instead of " + right);
            }
        });
        overtaken.stream()
                .filter(key -> mails.getOrDefault(key, List.of()).stream()
                        .anyMatch(mail -> taken.contains(mail.messageId() + mail.address())))
                .forEach(key -> wrong.add(key + " was delivered after the report was sent"));
        return wrong;
    }

    /** What the mail server has and no row tells of. */
    List<Copy> foreign() {
        Set<String> known = new HashSet<>(sql.sql("select message_id || address from mail")
                .query(String.class)
                .list());
        return copies.stream()
                .filter(copy -> !known.contains(copy.messageId() + copy.recipient()))
                .toList();
    }

    /** Notices that one address got under two Message-IDs. */
    List<String> underTwoIds() {
        List<String> twice = new ArrayList<>();
        mails.forEach((key, sent) -> sent.stream()
                .filter(mail -> sent.stream()
                        .anyMatch(other -> other.address().equals(mail.address())
                                && !other.messageId().equals(mail.messageId())))
                .forEach(mail -> twice.add(key + " " + mail.address())));
        return twice;
    }

    /** Addresses that got two mails of what the tables of notices decided on one day. */
    long crowdedDays() {
        return number("""
                select count(*) from (
                    select m.address, cast(n.created_at at time zone 'Asia/Ho_Chi_Minh' as date) as day
                    from notice n join notice_recipient r on r.notice_id = n.id join mail m on m.id = r.mail_id
                    where n.deadline is not null
                    group by 1, 2 having count(distinct m.id) > 1) crowded""");
    }

    long mails() {
        return number("select count(*) from mail");
    }

    long incidents() {
        return number("select count(*) from act_ru_incident");
    }

    private long number(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
