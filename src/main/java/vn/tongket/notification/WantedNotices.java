package vn.tongket.notification;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.mail.StillWanted;
import vn.tongket.report.SubmissionState;

/**
 * Which notices that wait for the mail server are still true: a unit that has sent meanwhile, or owes by another day, is
 * not told what was decided before, and once the plan was withdrawn nobody is asked for a report.
 */
@Component
class WantedNotices implements StillWanted {

    /** Those about a report that is owed; all others tell what happened, which stays true. */
    private static final List<String> ABOUT_OWING = Stream.of(
                    NoticeKind.REMINDER, NoticeKind.DUE_TODAY, NoticeKind.OVERDUE, NoticeKind.URGING_LETTER)
            .map(Enum::name)
            .toList();

    /** Those that ask for reports, or for somebody to see to them: pointless once the plan was withdrawn. */
    private static final List<String> ASKING = Stream.concat(
                    ABOUT_OWING.stream(),
                    Stream.of(NoticeKind.DEADLINE_MOVED, NoticeKind.DIGEST, NoticeKind.ESCALATION)
                            .map(Enum::name))
            .toList();

    private final JdbcClient jdbc;
    private final CampaignService campaigns;

    WantedNotices(JdbcClient jdbc, CampaignService campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    @Override
    public Set<UUID> overtaken(Collection<UUID> mails) {
        List<UUID> concerned = campaigns(mails);
        concerned.forEach(campaign -> markOvertaken(mails, campaign));
        // Also what was found out by a node that died before it could note it.
        return concerned.isEmpty() ? Set.of() : empty(mails);
    }

    /** With notices in these mails that could be overtaken. */
    private List<UUID> campaigns(Collection<UUID> mails) {
        return jdbc.sql("""
                        select distinct n.campaign_id from notice_recipient r join notice n on n.id = r.notice_id
                            join campaign c on c.id = n.campaign_id
                        where r.mail_id in (:mails) and (n.deadline is not null and n.kind in (:owed)
                            or c.state = 'CANCELLED' and n.kind in (:asking))""")
                .param("mails", mails)
                .param("owed", ABOUT_OWING)
                .param("asking", ASKING)
                .query(UUID.class)
                .list();
    }

    private void markOvertaken(Collection<UUID> mails, UUID campaign) {
        Campaign aggregate = campaigns.campaign(campaign);
        jdbc.sql("""
                        update notice_recipient r set obsolete = true
                        from notice n
                        left join participant p on p.campaign_id = n.campaign_id and p.unit_code = n.unit_code
                        left join report o on o.id = p.id
                        where r.mail_id in (:mails) and n.id = r.notice_id and not r.obsolete
                            and n.campaign_id = :campaign
                            and (:withdrawn and n.kind in (:asking)
                                or n.deadline is not null and n.kind in (:owed)
                                    and (o.state is null or o.state not in (:owing)
                                        or owed_by(o.resend_by, o.extended_to, cast(:common as date)) <> n.deadline))""")
                .param("mails", mails)
                .param("campaign", campaign)
                .param("withdrawn", aggregate.state() == CampaignState.CANCELLED)
                .param("asking", ASKING)
                .param("owed", ABOUT_OWING)
                .param("owing", SubmissionState.OWING.stream().map(Enum::name).toList())
                .param("common", campaigns.lastAcceptableDay(aggregate))
                .update();
    }

    private Set<UUID> empty(Collection<UUID> mails) {
        return new HashSet<>(
                jdbc.sql("""
                        select mail_id from notice_recipient where mail_id in (:mails)
                        group by mail_id having bool_and(obsolete)""").param("mails", mails).query(UUID.class).list());
    }
}
