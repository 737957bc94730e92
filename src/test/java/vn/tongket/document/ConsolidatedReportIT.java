package vn.tongket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.SentReport;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Indicator;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;

/** The report upward with the totals of the campaign as the roll-up has them. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class ConsolidatedReportIT {

    private static final String CAMPAIGN = "TK.GUI-TREN-2017";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private RollUps rollUps;

    private Opened report;

    @BeforeAll
    void write() {
        IssuedCampaign.of(context, CAMPAIGN);
        sent("SONGDA", "18500", "6000", "35");
        sent("HUD", "5000", "1500", "40.5");
        sent("VICEM", "...", "700", "-");
        byte[] file = context.getBean(TransactionTemplate.class)
                .execute(status -> context.getBean(ConsolidatedReportDocument.class)
                        .write(
                                campaigns.campaign(CAMPAIGN),
                                "123/BC-CĐXD",
                                LocalDate.of(2017, 12, 25),
                                "Nguyễn Văn Ân"));
        report = Opened.of(file);
    }

    private void sent(String unit, String workers, String women, String age) {
        Map<String, Map<String, String>> figures = new TreeMap<>();
        for (int year = 2008; year <= 2017; year++) {
            String then = String.valueOf(year);
            Map.of("PL01.LD", workers, "PL01.LD_NU", women, "PL01.TUOI_BQ", age, "PL07.SANG_KIEN", "12")
                    .forEach((row, value) ->
                            figures.computeIfAbsent(row, key -> new TreeMap<>()).put(then, value));
        }
        SentReport.of(context, CAMPAIGN, unit, figures);
    }

    @Test
    void numbersTheAnnexesAsThePlanDid() {
        assertThat(report.texts(Style.ANNEX))
                .containsExactly(
                        "Phụ lục I",
                        "Phụ lục II",
                        "Phụ lục III",
                        "Phụ lục IV",
                        "Phụ lục V",
                        "Phụ lục VI",
                        "Phụ lục VII",
                        "Phụ lục VIII",
                        "Phụ lục IX");
        assertThat(report.texts(Style.ANNEX_TITLE))
                .startsWith("SỐ LƯỢNG, CƠ CẤU CÔNG NHÂN, LAO ĐỘNG")
                .endsWith("TÌNH HÌNH GỬI BÁO CÁO");
        assertThat(report.texts(Style.ANNEX_SOURCE))
                .hasSize(9)
                .containsOnly(
                        "(Kèm theo Báo cáo số 123/BC-CĐXD ngày 25 tháng 12 năm 2017 của Công đoàn Xây dựng Việt Nam)");
    }

    @Test
    void showsEveryTotalOfTheRollUp() {
        Totals totals = rollUps.of(CAMPAIGN);
        List<Appendix> appendices = campaigns.definition(CAMPAIGN).appendices();
        for (int i = 0; i < appendices.size(); i++) {
            Appendix appendix = appendices.get(i);
            for (int row = 0; row < appendix.indicators().size(); row++) {
                Indicator indicator = appendix.indicators().get(row);
                for (int column = 0; column < appendix.columns().size() && !indicator.isText(); column++) {
                    TotalCell total = totals.at(indicator, appendix.columns().get(column));
                    assertThat(report.cell(2 + i, row + 1, column + 3).get(0))
                            .as(indicator.code() + " "
                                    + appendix.columns().get(column).key())
                            .isEqualTo(total == null ? "" : total.cell().show(indicator.fractionDigits()));
                }
            }
        }
    }

    /** Worked out by hand: 18,500 + 5,000; (18,500 × 35 + 5,000 × 40.5) / 23,500; 8,200 women of 23,500. */
    @Test
    void addsUpWhatTheUnitsSent() {
        assertThat(report.cell(2, 1, 1)).containsExactly("Tổng số lao động", "Tính trên 2/52 đơn vị");
        assertThat(report.cell(2, 1, 3)).containsExactly("23.500");
        assertThat(report.cell(2, 15, 1)).containsExactly("Tuổi đời bình quân", "Tính trên 2/52 đơn vị");
        assertThat(report.cell(2, 15, 3)).containsExactly("36,2");
        assertThat(report.cell(2, 16, 3)).containsExactly("34,9");
        assertThat(report.texts(Style.NOTE))
                .contains("Hai vế của tỷ lệ tính trên các đơn vị khác nhau: dòng 8.")
                .anySatisfy(note -> assertThat(note).startsWith("Chưa đơn vị nào có số liệu: dòng 2.1; dòng 2.2"));
    }
}
