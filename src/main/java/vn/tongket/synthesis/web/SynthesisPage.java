package vn.tongket.synthesis.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.Progress;
import vn.tongket.report.UnitStatus;
import vn.tongket.security.CurrentUser;
import vn.tongket.synthesis.SynthesisService;
import vn.tongket.synthesis.SynthesisTexts.Part;

/** Where the consolidated report is compiled: by heading, every unit's text beside the issuer's own. */
@Controller
class SynthesisPage {

    private final SynthesisService synthesis;
    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final Progress progress;

    SynthesisPage(SynthesisService synthesis, CampaignService campaigns, CampaignAccess access, Progress progress) {
        this.synthesis = synthesis;
        this.campaigns = campaigns;
        this.access = access;
        this.progress = progress;
    }

    /** A heading of the outline with what the issuer wrote under it. */
    public record Heading(Section section, String text, int version) {

        /** "1. Học tập, quán triệt …" */
        public String title() {
            return section.heading();
        }

        /** What the compiler is to make of the units' texts (formats.md, Outline). */
        public String hint() {
            return switch (Optional.ofNullable(section.consolidation()).orElse("none")) {
                case "summarise" -> "Tóm tắt, khái quát từ báo cáo các đơn vị.";
                case "merge_list" -> "Gộp các ý giống nhau thành một danh sách.";
                case "quote" -> "Chọn và trích dẫn nội dung tiêu biểu.";
                case "table" -> "Lập thành bảng.";
                default -> "";
            };
        }
    }

    @GetMapping("/campaigns/{code}/synthesis")
    String show(@PathVariable String code, Model model) {
        CurrentUser user = CurrentUser.require();
        access.requireAllUnits(code, user);
        Campaign campaign = campaigns.campaign(code);
        List<UnitStatus> units = progress.units(code);
        model.addAttribute("campaign", campaign);
        model.addAttribute("headings", headings(code));
        model.addAttribute(
                "department",
                campaigns.definition(code).campaign().focalDepartment().name());
        model.addAttribute(
                "writable",
                SynthesisService.isWritable(campaign)
                        && user.hasAny(campaigns.issuer(code), UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN));
        model.addAttribute("locked", campaign.state().hasReached(CampaignState.LOCKED));
        model.addAttribute("required", block(units, true));
        model.addAttribute("coordinated", block(units, false));
        model.addAttribute("counts", progress.counts(units, true));
        return "synthesis";
    }

    private List<Heading> headings(String code) {
        Map<String, Part> own = synthesis.own(code);
        return campaigns.definition(code).sections().stream()
                .map(section -> {
                    Part part = Optional.ofNullable(own.get(section.code())).orElseGet(() -> new Part("", 0));
                    return new Heading(section, part.text(), part.version());
                })
                .toList();
    }

    private static List<UnitStatus> block(List<UnitStatus> units, boolean required) {
        return units.stream()
                .filter(unit -> unit.participant().required() == required)
                .toList();
    }
}
