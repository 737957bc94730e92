package vn.tongket.report;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.Participants;
import vn.tongket.shared.DomainException;

/** The row of the issuer's own office in its campaign: made on demand, in the way of the lock while it is open. */
@Component
class OfficeEntry {

    private final Participants participants;
    private final JdbcClient jdbc;

    OfficeEntry(Participants participants, JdbcClient jdbc) {
        this.participants = participants;
        this.jdbc = jdbc;
    }

    /** Answers whether there was none. Repeatable, also from two at once. */
    boolean open(Campaign campaign) {
        participants.openOffice(campaign.id());
        return jdbc.sql("""
                        insert into report (id, campaign_id, state, version)
                        select id, campaign_id, 'DRAFTING', 0 from participant where campaign_id = ? and office
                        on conflict do nothing""").param(campaign.id()).update() > 0;
    }

    boolean exists(UUID campaign) {
        return isAny(campaign, "");
    }

    /** Refuses while it is open: what is not closed would not count. */
    void requireNoneOpen(UUID campaign) {
        if (isAny(campaign, "and r.state = 'DRAFTING'")) {
            throw DomainException.refused("Chưa khóa được: số liệu của cơ quan đang nhập, chưa chốt. "
                    + "Hãy chốt ở trang “Số liệu của cơ quan” rồi khóa.");
        }
    }

    private boolean isAny(UUID campaign, String which) {
        return jdbc.sql("""
                        select exists (select from participant p join report r on r.id = p.id
                            where p.campaign_id = ? and p.office %s)""".formatted(which))
                .param(campaign)
                .query(Boolean.class)
                .single();
    }
}
