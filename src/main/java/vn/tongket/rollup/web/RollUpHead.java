package vn.tongket.rollup.web;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.report.OfficeFigures;
import vn.tongket.report.OfficeStanding;
import vn.tongket.rollup.CountedUnit;
import vn.tongket.rollup.CountedUnits;
import vn.tongket.shared.Vietnamese;

/** What stands on top of the pages of totals: of when they are, and on whom they rest. */
@Component
class RollUpHead {

    /**
     * @param preview whether the figures are not locked yet
     * @param standing a sentence on it
     * @param office whether the issuer's own office has given its figures
     */
    record Head(Campaign campaign, boolean preview, String standing, List<CountedUnit> units, OfficeStanding office) {

        public int counted() {
            return (int) units.stream().filter(CountedUnit::isCounted).count();
        }

        public int counted(boolean required) {
            return (int) units.stream()
                    .filter(unit -> unit.required() == required && unit.isCounted())
                    .count();
        }

        public int all(boolean required) {
            return (int)
                    units.stream().filter(unit -> unit.required() == required).count();
        }

        public List<CountedUnit> missing() {
            return units.stream().filter(CountedUnit::isMissing).toList();
        }

        public List<CountedUnit> elsewhere() {
            return units.stream().filter(CountedUnit::isCountedElsewhere).toList();
        }

        public List<CountedUnit> exempt() {
            return units.stream()
                    .filter(unit -> unit.isExempt() && !unit.isCounted())
                    .toList();
        }
    }

    private final CampaignService campaigns;
    private final CountedUnits units;
    private final OfficeFigures office;
    private final Clock clock;

    RollUpHead(CampaignService campaigns, CountedUnits units, OfficeFigures office, Clock clock) {
        this.campaigns = campaigns;
        this.units = units;
        this.office = office;
        this.clock = clock;
    }

    Head of(String code) {
        Campaign campaign = campaigns.campaign(code);
        return new Head(
                campaign, campaign.state().isCollecting(), standing(campaign), units.of(code), office.standing(code));
    }

    private String standing(Campaign campaign) {
        if (campaign.state() == CampaignState.DRAFT) {
            return "Kế hoạch chưa ban hành, chưa có số liệu.";
        }
        if (campaign.state() == CampaignState.CANCELLED) {
            return "Kế hoạch đã được thu hồi: số dưới đây chỉ để xem, gồm các báo cáo đã gửi đến lúc thu hồi.";
        }
        return campaign.state().isCollecting()
                ? "Số tạm tính đến " + Vietnamese.minute(clock.instant())
                        + ", trước khi khóa số liệu: gồm các báo cáo đã gửi, chưa bị trả lại."
                : campaign.lockedAt()
                        .map(at -> "Số liệu đã khóa lúc " + Vietnamese.minute(at)
                                + ": gồm các báo cáo đã chấp nhận, kể cả báo cáo muộn được nhận sau khi khóa.")
                        .orElse("Số liệu đã khóa.");
    }
}
