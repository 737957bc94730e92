package vn.tongket.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignService;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.Totals;
import vn.tongket.rollup.UnitRows;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Appendix;

/**
 * The totals of a campaign as an Excel file: every total a formula over the units' cells. Rows go to the disk as they
 * are written, so that memory does not grow with the number of units; all numbers are those of one moment.
 */
@Service
public class RollUpWorkbook {

    /** Rows of a sheet that are kept in memory. */
    private static final int WINDOW = 50;

    private final CampaignService campaigns;
    private final RollUps rollUps;
    private final UnitRows units;
    private final Clock clock;

    RollUpWorkbook(CampaignService campaigns, RollUps rollUps, UnitRows units, Clock clock) {
        this.campaigns = campaigns;
        this.rollUps = rollUps;
        this.units = units;
        this.clock = clock;
    }

    /** Writes the .xlsx file; refused when the campaign has more units than a sheet has rows. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(String code, OutputStream out) throws IOException {
        Campaign campaign = campaigns.campaign(code);
        CampaignFile definition = campaigns.definition(code);
        List<Appendix> appendices = definition.appendices();
        Totals totals = rollUps.of(code);
        RollUpPlaces places = RollUpPlaces.of(appendices, units.count(code));
        LocalDate cutoff = definition.campaign().period().lastYearCutoff();
        int months = cutoff == null ? 12 : cutoff.getMonthValue();
        RollUpFormulas formulas = new RollUpFormulas(places, totals.sheet().form(), months);
        String standing = standing(campaign);
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), WINDOW, true)) {
            Styles styles = new Styles(workbook.getXSSFWorkbook());
            RollUpCover.write(workbook.createSheet(RollUpPlaces.COVER), styles, campaign, standing, places, appendices);
            for (Appendix appendix : appendices) {
                SXSSFSheet sheet = workbook.createSheet(places.totals(appendix));
                new RollUpTotals(sheet, styles, appendix, places, formulas, totals)
                        .write(campaign.title(), standing, months);
            }
            for (Appendix appendix : appendices) {
                places.units(appendix).forEach(workbook::createSheet);
                new RollUpUnits(workbook::getSheet, styles, appendix, places, formulas, totals)
                        .write(campaign.title(), standing, (of, row, take) -> units.each(code, of, row, take));
            }
            workbook.setForceFormulaRecalculation(true);
            workbook.write(out);
        }
    }

    private String standing(Campaign campaign) {
        String now = Vietnamese.minute(clock.instant());
        return campaign.lockedAt()
                .map(locked -> "Số đã khóa lúc %s, kèm các báo cáo được nhận sau khóa; xuất lúc %s."
                        .formatted(Vietnamese.minute(locked), now))
                .orElse("Số tạm tính lúc %s, từ các báo cáo đã gửi và chưa bị trả lại.".formatted(now));
    }
}
