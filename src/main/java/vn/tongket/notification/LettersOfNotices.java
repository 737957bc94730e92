package vn.tongket.notification;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.UrgingLetters;

/** Gives the notices that urge with a letter their letter, in the transaction that decided them. */
@Component
class LettersOfNotices {

    private final CampaignService campaigns;
    private final UrgingLetters letters;
    private final JdbcClient jdbc;

    LettersOfNotices(CampaignService campaigns, UrgingLetters letters, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.letters = letters;
        this.jdbc = jdbc;
    }

    /** One letter to all who are urged on that day; each of their notices names it from then on. */
    @EventListener
    void on(NoticesDecided event) {
        if (!event.urged().isEmpty()) {
            letters.issue(event.campaign(), event.day(), event.urged())
                    .ifPresent(letter -> name(event, letter.document()));
        }
    }

    private void name(NoticesDecided event, UUID letter) {
        jdbc.sql("""
                        update notice set details = details || jsonb_build_object('letter', cast(:letter as text))
                        where campaign_id = :campaign and kind = 'URGING_LETTER' and not skipped
                            and unit_code = any(:units) and details ->> 'letter' is null""")
                .param("letter", letter.toString())
                .param("campaign", campaigns.campaign(event.campaign()).id())
                .param("units", event.urged().toArray(String[]::new))
                .update();
    }
}
