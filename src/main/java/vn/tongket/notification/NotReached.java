package vn.tongket.notification;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.report.SubmissionState;

/** The units that owe their report and have no address that takes mail: somebody must phone. */
@Component
class NotReached {

    private final JdbcClient jdbc;

    NotReached(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their names, required ones first, each block in protocol order. */
    List<String> of(UUID campaign) {
        return jdbc.sql("""
                        select p.unit_name from participant p join report r on r.id = p.id
                        where p.campaign_id = :campaign and not p.office and r.state in (:owing)
                            and not exists (select 1 from unit_contact k
                                where k.unit_id = p.unit_id and not exists (select 1 from mail_address a
                                    where a.address = lower(k.email) and a.bad_since is not null))
                        order by p.position""")
                .param("campaign", campaign)
                .param("owing", SubmissionState.OWING.stream().map(Enum::name).toList())
                .query(String.class)
                .list();
    }
}
