package vn.tongket.document;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.Documents.Draft;
import vn.tongket.document.Documents.Kind;

/** A document in a campaign's register without the work that leads to it; its content is of no format. */
public final class StoredDocument {

    private StoredDocument() {}

    /** Answers the document's id. */
    public static UUID of(ApplicationContext context, String code, Kind kind) {
        Campaign campaign = context.getBean(CampaignService.class).campaign(code);
        String type = kind == Kind.DOSSIER ? Documents.ZIP : Documents.WORD;
        return context.getBean(Documents.class)
                .store(new Draft(
                        campaign.id(),
                        campaign.issuerId(),
                        kind,
                        null,
                        LocalDate.of(2017, 9, 5),
                        kind.label(),
                        "Tệp thử",
                        type,
                        kind.label().getBytes(StandardCharsets.UTF_8)));
    }
}
