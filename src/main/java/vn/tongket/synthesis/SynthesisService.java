package vn.tongket.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.report.ReportCollection;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;

/** The issuer's own text by heading, and the Standing Committee's word on it. */
@Service
@Transactional
public class SynthesisService {

    private static final int MAX_SECTION = 200_000;

    private final CampaignService campaigns;
    private final ReportCollection reports;
    private final SynthesisTexts texts;

    SynthesisService(CampaignService campaigns, ReportCollection reports, SynthesisTexts texts) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.texts = texts;
    }

    /** What the issuer wrote under each heading so far. */
    @Transactional(readOnly = true)
    public Map<String, SynthesisTexts.Part> own(String campaign) {
        return new TreeMap<>(texts.all(campaigns.campaign(campaign).id()));
    }

    /** What the issuer wrote under that heading; empty with version 0 when nothing yet. */
    @Transactional(readOnly = true)
    public SynthesisTexts.Part own(String campaign, String section) {
        requireSection(campaign, section);
        return Optional.ofNullable(own(campaign).get(section)).orElseGet(() -> new SynthesisTexts.Part("", 0));
    }

    /** One unit's text under a heading, from the version that counts. */
    @Transactional(readOnly = true)
    public List<SynthesisTexts.UnitText> unitTexts(String campaign, String section) {
        requireSection(campaign, section);
        return texts.ofUnits(campaigns.campaign(campaign).id(), section);
    }

    /** Saves the text; refuses a stale one and one outside of compiling. */
    public SynthesisTexts.Part write(
            String campaign, String section, String text, @Nullable Integer expected, String actor) {
        Campaign aggregate = campaigns.campaign(campaign);
        if (!isWritable(aggregate)) {
            throw DomainException.refused(
                    "Chiến dịch đang ở bước “" + aggregate.state().label() + "”, không sửa được báo cáo tổng hợp.");
        }
        requireSection(campaign, section);
        String clean = PlainText.clean(text);
        if (PlainText.length(clean) > MAX_SECTION) {
            throw DomainException.refused("Nội dung một mục không được quá 200.000 ký tự.");
        }
        return texts.save(aggregate.id(), section, clean, expected, actor);
    }

    /** While it is compiled, and while amendments of the conference are worked in. */
    public static boolean isWritable(Campaign campaign) {
        return campaign.state() == CampaignState.CONSOLIDATING || campaign.state() == CampaignState.CONFERENCE;
    }

    /** Hands the consolidated report to the Standing Committee; refuses an empty required heading, all listed. */
    public void finishCompiling(String campaign, String actor) {
        Map<String, SynthesisTexts.Part> own = own(campaign);
        List<Fault> faults = new ArrayList<>();
        for (Section section : campaigns.definition(campaign).sections()) {
            if (section.required()
                    && !section.isHeading()
                    && Optional.ofNullable(own.get(section.code()))
                            .filter(part -> !part.text().isEmpty())
                            .isEmpty()) {
                faults.add(new Fault(
                        section.code(), "Mục " + section.code() + " “" + section.title() + "” chưa có nội dung."));
            }
        }
        if (!faults.isEmpty()) {
            throw DomainException.refused("Báo cáo tổng hợp còn " + faults.size() + " mục chưa viết.", faults);
        }
        campaigns.become(campaign, CampaignState.COMMENTING, "Trình Ban Thường vụ", actor, null);
        reports.markConsolidated(campaign);
    }

    public void agree(String campaign, String actor) {
        campaigns.become(campaign, CampaignState.CONFERENCE, "Ban Thường vụ đồng ý", actor, null);
    }

    /** Back to compiling; refuses blank remarks. */
    public void sendBack(String campaign, String remarks, String actor) {
        if (remarks.isBlank()) {
            throw DomainException.refused("Cần ghi ý kiến của Ban Thường vụ.");
        }
        campaigns.become(campaign, CampaignState.CONSOLIDATING, "Ban Thường vụ trả lại", actor, remarks);
    }

    private void requireSection(String campaign, String section) {
        boolean known = campaigns.definition(campaign).sections().stream()
                .anyMatch(candidate -> candidate.code().equals(section) && !candidate.isHeading());
        if (!known) {
            throw DomainException.notFound("Đề cương không có mục “" + section + "” để viết.");
        }
    }
}
