package vn.tongket.workflow.unitreview;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.cascade.OwnCampaigns;
import vn.tongket.document.Documents;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.Documents.Listed;

/** Under which number the unit's report goes up when the unit ran a campaign of its own for it. */
@Component
class OwnReportNumber {

    private final OwnCampaigns own;
    private final Documents documents;

    OwnReportNumber(OwnCampaigns own, Documents documents) {
        this.own = own;
        this.documents = documents;
    }

    /** The symbol of its consolidated report, {@code 12/BC-CĐSĐ}; empty where there is none yet. */
    Optional<String> of(String campaign, String unit) {
        return own.of(campaign, unit)
                .flatMap(below -> documents.latest(below.id(), Kind.REPORT))
                .map(Listed::symbol);
    }
}
