package vn.tongket.report.web;

import java.util.List;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.OutlinePart;
import vn.tongket.report.ReportForm;

/** The outline as one union sees it. */
final class Outline {

    private Outline() {}

    /** Its parts, each with the headings that apply to the union. */
    static List<OutlinePart> parts(CampaignFile file, ReportForm form) {
        return file.outline().stream()
                .map(part -> new OutlinePart(
                        part.code(),
                        part.no(),
                        part.title(),
                        part.titleEn(),
                        part.level(),
                        part.sections().stream()
                                .filter(form.sections()::contains)
                                .toList()))
                .toList();
    }
}
