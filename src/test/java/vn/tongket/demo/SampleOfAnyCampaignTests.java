package vn.tongket.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.shared.ImportJson;
import vn.tongket.statistics.CrossChecks;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Finding;
import vn.tongket.support.Shipped;

/** Samples of a campaign that has nothing in common with the shipped one but the format. */
class SampleOfAnyCampaignTests {

    private static final CampaignFile FILE = otherCampaign();

    @ParameterizedTest
    @CsvSource({
        "U1, 18500, 42, false,",
        "U2, 160, 1, true,",
        "U3, 3, 1, true,",
        "U4, 900, 7, true, 2015",
        "U5, 5200, 18, false,",
        "U6, 1, 1, false, 2017",
        "U7, 77, 3, true, 2016",
        "U8, 40000, 120, false,",
        "U9, 12, 2, false,",
    })
    void fillsEveryRequiredCellAndKeepsEveryRule(
            String code, int workers, int grassroots, boolean leaf, Integer validFromYear) {
        Figures figures = Figures.of(SampleFigures.of(FILE, code, "CDCS", workers, grassroots, leaf, validFromYear));
        FigureSheet sheet = FigureForm.of(
                        FILE.appendices(),
                        new Respondent("CDCS", validFromYear, leaf),
                        FILE.campaign().period().lastYearCutoff())
                .sheet(figures);

        assertThat(sheet.missing()).isEmpty();
        assertThat(CrossChecks.evaluate(sheet, FILE.rules()).stream().filter(Finding::isBroken))
                .isEmpty();
        assertThat(sheet.form().merge(Figures.NONE, figures.toMap())).isEqualTo(figures);
    }

    private static CampaignFile otherCampaign() {
        ObjectNode tree = tree();
        tree.remove("demo_profile");
        ObjectNode appendix = (ObjectNode) tree.withArray("appendices").get(0);
        ArrayNode indicators = appendix.putArray("indicators");
        for (String row : List.of(
                "T;Đội viên;người;int;stock;0",
                "A;Nhóm một;người;int;stock;0",
                "B;Nhóm hai;người;int;stock;0",
                "C;Nhóm ba;người;int;stock;0",
                "X;Số tối đa;người;int;stock;0",
                "D;Tối thiểu;người;int;stock;0",
                "E;Bằng tối thiểu;người;int;stock;0",
                "F;Phần nhỏ hơn;lượt;int;flow;0",
                "G;Phần lớn hơn;lượt;int;flow;0",
                "H;Ít thay đổi;lượt;int;flow;0",
                "P;Tăng;người;int;flow;0",
                "M;Giảm;người;int;flow;0",
                "R;Hệ số;lần;decimal;stock;2",
                "K;Kinh phí;triệu đồng;money;flow;1",
                "L;Việc;việc;int;flow;0",
                "B1;Nửa một;người;int;stock;0",
                "B2;Nửa hai;người;int;stock;0",
                "W;Tổng kinh phí;triệu đồng;money;flow;1",
                "W1;Kinh phí một;triệu đồng;money;flow;1",
                "W2;Kinh phí hai;triệu đồng;money;flow;1")) {
            String[] fields = row.split(";");
            ObjectNode indicator = indicators.addObject();
            indicator
                    .put("code", fields[0])
                    .put("no", fields[0])
                    .put("name", fields[1])
                    .put("unit", fields[2]);
            indicator.put("type", fields[3]).put("measure", fields[4]).put("decimals", Integer.parseInt(fields[5]));
            indicator.put("computed", false).put("required", true);
            indicator.putObject("unit_agg").put("op", "sum");
            indicator.putObject("period_agg").put("op", "last");
        }
        ((ObjectNode) indicators.get(13)).put("valid_from_year", 2013);
        ObjectNode sum = indicators.addObject();
        sum.put("code", "S")
                .put("no", "S")
                .put("name", "Cộng")
                .put("unit", "người")
                .put("type", "int");
        sum.put("measure", "stock").put("computed", true).put("required", false);
        sum.putObject("formula").put("op", "add").putArray("args").add("A").add("C");
        sum.putObject("unit_agg").put("op", "sum");
        sum.putObject("period_agg").put("op", "last");
        tree.set("appendices", tree.arrayNode().add(appendix));
        ArrayNode rules = tree.putArray("rules");
        for (String rule : List.of(
                "'kind':'sum_equals','total':'T','parts':['A','B','C'],'tolerance':0",
                "'kind':'sum_equals','total':'B','parts':['B1','B2'],'tolerance':1",
                "'kind':'sum_equals','total':'W','parts':['W1','W2'],'tolerance':0",
                "'kind':'compare','left':'A','op':'<=','right':'X'",
                "'kind':'compare','left':'C','op':'>=','right':'D'",
                "'kind':'compare','left':'D','op':'==','right':'E'",
                "'kind':'compare','left':'F','op':'<','right':'G'",
                "'kind':'compare','left':'B1','op':'<=','right':'S'",
                "'kind':'balance','stock':'T','plus':['P'],'minus':['M'],'tolerance_pct':0",
                "'kind':'yoy_change','indicators':['H','T'],'max_pct':10,'min_base':20,'skip_partial_year_for_flow':true",
                "'kind':'range','indicator':'R','min':3.25,'max':3.5",
                "'kind':'iff_positive','left':'L','right':'K'",
                "'kind':'implies_positive','left':'P','right':'L'",
                "'kind':'non_negative','indicators':'*numeric'",
                "'kind':'blank_vs_zero','indicators':'*required'")) {
            String code = "Q" + (rules.size() + 1);
            rules.add(json(("{'code':'" + code + "','severity':'error','message_vi':'Sai.'," + rule + "}")
                    .replace('\'', '"')));
        }
        return Shipped.read(tree.toString().getBytes(StandardCharsets.UTF_8), CampaignFile.class);
    }

    private static ObjectNode tree() {
        try (var in = SampleOfAnyCampaignTests.class.getResourceAsStream("/demo/campaign-20-NQ-TW.json")) {
            return json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) ImportJson.mapper().readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
