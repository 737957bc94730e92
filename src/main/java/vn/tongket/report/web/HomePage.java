package vn.tongket.report.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.WorkList;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.Counts;
import vn.tongket.report.Progress;
import vn.tongket.report.UnitStatus;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.TimeConfiguration;

/** The first page: what waits for the person, and the campaigns that he or she has a part in. */
@Controller
class HomePage {

    private final WorkList work;
    private final CampaignAccess access;
    private final Progress progress;
    private final Organization organization;
    private final Clock clock;

    HomePage(WorkList work, CampaignAccess access, Progress progress, Organization organization, Clock clock) {
        this.work = work;
        this.access = access;
        this.progress = progress;
        this.organization = organization;
        this.clock = clock;
    }

    /** A campaign with the counts of its required units, for those who see all of them. */
    public record Run(Campaign campaign, Counts counts, boolean planOnly) {}

    /** One of the person's own units in a campaign. */
    public record OwnLine(Campaign campaign, UnitStatus unit) {}

    @GetMapping("/")
    String show(Model model) {
        CurrentUser user = CurrentUser.require();
        List<WorkList.WorkItem> waiting = work.of(user);
        List<Run> runs = new ArrayList<>();
        List<OwnLine> own = new ArrayList<>();
        for (Campaign campaign : access.readable(user)) {
            List<UnitStatus> units = progress.units(campaign.code());
            if (access.seesAllUnits(campaign.code(), user)) {
                runs.add(new Run(campaign, progress.counts(units, true), units.isEmpty()));
            }
            units.stream()
                    .filter(unit -> user.worksFor(unit.participant().unitCode()))
                    .forEach(unit -> own.add(new OwnLine(campaign, unit)));
        }
        model.addAttribute("waiting", waiting);
        model.addAttribute("more", waiting.size() == WorkList.LIMIT);
        model.addAttribute("now", LocalDateTime.ofInstant(clock.instant(), TimeConfiguration.ZONE));
        model.addAttribute("runs", runs);
        model.addAttribute("own", own);
        model.addAttribute("guidance", guidance(user));
        return "home";
    }

    private List<String> guidance(CurrentUser user) {
        Stream<String> administrator = user.isAdministrator()
                ? Stream.of(
                        "Nhập tệp tổ chức, rồi nhập tệp chiến dịch ở mục “Nhập tệp”; theo dõi mọi việc trong Cockpit.")
                : Stream.empty();
        return Stream.concat(
                        administrator,
                        organization.memberships(user.groups()).stream()
                                .map(Organization.Membership::role)
                                .distinct()
                                .sorted()
                                .map(HomePage::guidance))
                .toList();
    }

    private static String guidance(UnionRole role) {
        return switch (role) {
            case TUYEN_GIAO ->
                "Bộ phận đầu mối soạn kế hoạch, thẩm tra báo cáo các đơn vị gửi về và viết báo cáo tổng hợp.";
            case TRUONG_BAN ->
                "Trưởng ban chấp nhận báo cáo của đơn vị, xử lý đơn vị chưa gửi và theo dõi tiến độ trong Cockpit.";
            case THUONG_TRUC ->
                "Thường trực duyệt hoặc thu hồi kế hoạch, cho ý kiến về báo cáo tổng hợp và ký báo cáo.";
            case VAN_THU -> "Văn thư ban hành kế hoạch, cấp số báo cáo và ghi nhận cấp trên đã nhận.";
            case VAN_PHONG -> "Văn phòng triệu tập Hội nghị Ban Chấp hành và ghi kết quả Hội nghị.";
            case QUAN_SAT ->
                "Đồng chí xem được toàn bộ tiến độ của chiến dịch; mọi thay đổi do người có trách nhiệm làm.";
            case CAN_BO ->
                "Cán bộ công đoàn tiếp nhận kế hoạch, ghi việc tổ chức sơ kết, tổng kết, viết báo cáo và lập phụ lục.";
            case CHU_TICH -> "Chủ tịch công đoàn xem lại báo cáo của đơn vị, ký gửi hoặc trả lại cán bộ để sửa.";
        };
    }
}
