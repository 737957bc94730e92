package vn.tongket.cascade;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.campaign.Decisions;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportView;
import vn.tongket.synthesis.SynthesisService;
import vn.tongket.synthesis.SynthesisTexts.Part;

/**
 * Brings what a union wrote in its consolidated report into the draft of its report upward, under every heading that is
 * blank there.
 */
@Component
class CarryTexts {

    private final ReportDrafting drafting;
    private final SynthesisService synthesis;

    CarryTexts(ReportDrafting drafting, SynthesisService synthesis) {
        this.drafting = drafting;
        this.synthesis = synthesis;
    }

    @EventListener
    void on(ReportedUpward event) {
        ReportView view = drafting.view(event.superior(), event.unit());
        if (!view.isWritable()) {
            return;
        }
        Map<String, Part> own = synthesis.own(event.campaign());
        Map<String, String> draft = view.content().sections();
        for (Section section : view.form().sections()) {
            Part part = own.get(section.code());
            if (!section.isHeading()
                    && part != null
                    && !part.text().isBlank()
                    && draft.getOrDefault(section.code(), "").isBlank()) {
                drafting.writeSection(
                        event.superior(), event.unit(), section.code(), part.text(), null, Decisions.SYSTEM);
            }
        }
    }
}
