package vn.tongket.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.ConcurrentReferenceHashMap;
import vn.tongket.shared.ImportJson;

/**
 * What each campaign asks for, as imported: outline, appendices, lists, rules. It never changes, so every node may keep
 * it, as long as there is room: one takes 0.2 MB, and each union may have its own. The plan's text and dates in it are
 * superseded by {@link Campaign}.
 */
@Service
public class CampaignDefinitions {

    private final JdbcClient jdbc;
    private final Map<UUID, CampaignFile> kept = new ConcurrentReferenceHashMap<>();

    CampaignDefinitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CampaignFile of(UUID campaign) {
        return kept.computeIfAbsent(campaign, this::load);
    }

    void save(UUID campaign, CampaignFile file) {
        try {
            jdbc.sql("insert into campaign_definition (campaign_id, content) values (?, cast(? as jsonb))")
                    .params(campaign, ImportJson.mapper().writeValueAsString(file))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private CampaignFile load(UUID campaign) {
        String content = jdbc.sql("select content from campaign_definition where campaign_id = ?")
                .param(campaign)
                .query(String.class)
                .single();
        try {
            return ImportJson.mapper().readValue(content, CampaignFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
