package vn.tongket.notification;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.extension.ExtensionDecided;
import vn.tongket.extension.ExtensionScope;

/**
 * Tells those whose deadline a decision is about. A later deadline for all is told by {@link NoticesOfEvents}; that one
 * for many was refused concerns only who asked for it.
 */
@Component
class ExtensionNotices {

    private final DecisionNotices decisions;
    private final Circulars circulars;
    private final CampaignService campaigns;

    ExtensionNotices(DecisionNotices decisions, Circulars circulars, CampaignService campaigns) {
        this.decisions = decisions;
        this.circulars = circulars;
        this.campaigns = campaigns;
    }

    @EventListener
    void on(ExtensionDecided event) {
        ExtensionScope scope = event.target().scope();
        if (scope == ExtensionScope.UNIT) {
            tellUnit(event, String.valueOf(event.target().value()));
        } else if (scope != ExtensionScope.ALL && event.newDay() != null) {
            UUID campaign = campaigns.campaign(event.campaign()).id();
            String words = event.words() == null ? event.askedReason() : event.words();
            var details = DecisionNotices.granted(event.oldDay(), event.newDay(), words, null);
            circulars.toExtended(
                    new Circulars.Circular(
                            campaign,
                            NoticeKind.EXTENSION_DECIDED,
                            event.request().toString(),
                            details),
                    event.request());
        }
    }

    private void tellUnit(ExtensionDecided event, String unit) {
        String occasion = event.request().toString();
        if (event.newDay() == null) {
            decisions.extensionRefused(event.campaign(), unit, occasion, event.words(), event.letterNumber());
        } else {
            decisions.extensionGranted(
                    event.campaign(),
                    unit,
                    occasion,
                    event.oldDay(),
                    event.newDay(),
                    event.words(),
                    event.letterNumber());
        }
    }
}
