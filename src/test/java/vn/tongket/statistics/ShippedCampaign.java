package vn.tongket.statistics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.demo.SampleFigures;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.support.Shipped;

/** The shipped campaign with sample figures of four unions, whose rules all hold. */
final class ShippedCampaign {

    static final CampaignFile FILE =
            Shipped.read(Shipped.campaign().getBytes(StandardCharsets.UTF_8), CampaignFile.class);

    static final List<Sample> SAMPLES = List.of(
            Sample.of(18_500, 42, new Respondent("TCT", null, false)),
            Sample.of(5_000, 12, new Respondent("CDCT", null, false)),
            Sample.of(900, 1, new Respondent("CDCS", null, true)),
            Sample.of(160, 1, new Respondent("CDCS_TT", null, true)));

    /** One union by the number of its workers. */
    record Sample(int workers, Respondent respondent, FigureSheet sheet) {

        private static Sample of(int workers, int grassroots, Respondent respondent) {
            Figures figures = Figures.of(SampleFigures.of(
                    FILE, "MAU" + workers, respondent.category(), workers, grassroots, respondent.leaf(), null));
            return new Sample(workers, respondent, form(respondent).sheet(figures));
        }

        @Override
        public String toString() {
            return workers + " workers";
        }
    }

    private ShippedCampaign() {}

    static FigureForm form(Respondent respondent) {
        return FigureForm.of(
                FILE.appendices(), respondent, FILE.campaign().period().lastYearCutoff());
    }
}
