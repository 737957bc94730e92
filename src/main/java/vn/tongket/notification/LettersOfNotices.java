package vn.tongket.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.UrgingLetters;
import vn.tongket.shared.TimeConfiguration;

/** Gives the notices that urge with a letter their letter, in the transaction that decided them. */
@Component
class LettersOfNotices {

    private static final String WITHOUT_LETTER = """
            campaign_id = :campaign and kind = 'URGING_LETTER' and not skipped and unit_code is not null
                and details ->> 'letter' is null
                and cast(created_at at time zone :zone as date) = :day""";

    private final CampaignService campaigns;
    private final UrgingLetters letters;
    private final JdbcClient jdbc;

    LettersOfNotices(CampaignService campaigns, UrgingLetters letters, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.letters = letters;
        this.jdbc = jdbc;
    }

    /** One letter to all who got such a notice on that day; each of the notices names it from then on. */
    @EventListener
    void on(NoticesDecided event) {
        UUID campaign = campaigns.campaign(event.campaign()).id();
        List<String> units = urged(campaign, event.day());
        if (!units.isEmpty()) {
            letters.issue(event.campaign(), event.day(), units)
                    .ifPresent(letter -> name(campaign, event.day(), letter.document()));
        }
    }

    private List<String> urged(UUID campaign, LocalDate day) {
        return jdbc.sql("select unit_code from notice where " + WITHOUT_LETTER)
                .param("campaign", campaign)
                .param("day", day)
                .param("zone", TimeConfiguration.ZONE.getId())
                .query(String.class)
                .list();
    }

    private void name(UUID campaign, LocalDate day, UUID letter) {
        jdbc.sql("update notice set details = details || jsonb_build_object('letter', :letter) where " + WITHOUT_LETTER)
                .param("letter", letter.toString())
                .param("campaign", campaign)
                .param("day", day)
                .param("zone", TimeConfiguration.ZONE.getId())
                .update();
    }
}
