package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.tongket.rollup.UnitRows;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Indicator;
import vn.tongket.workbook.RollUpPlaces.Block;
import vn.tongket.workbook.RollUpPlaces.Place;

class RollUpPlacesTests {

    private static final List<Appendix> APPENDICES = Samples.FORM.figures().appendices();

    private static RollUpPlaces places(int here, int elsewhere) {
        return RollUpPlaces.of(APPENDICES, new UnitRows.Count(here, elsewhere));
    }

    private static List<Block> blocks(RollUpPlaces places) {
        List<Block> blocks = new ArrayList<>();
        for (Appendix appendix : APPENDICES) {
            for (Indicator row : appendix.indicators()) {
                Place place = places.place(row);
                blocks.add(place.units());
                if (place.weights() != null) {
                    blocks.add(place.weights());
                }
            }
        }
        return blocks;
    }

    @Test
    void givesEachAppendixOneSheetOfUnits() {
        RollUpPlaces places = places(52, 0);

        assertThat(places.units(APPENDICES.get(0))).containsExactly("PL01 đơn vị");
        Place workers = places.place(APPENDICES.get(0).indicators().get(0));
        assertThat(workers.sheet()).isEqualTo("PL01");
        assertThat(workers.units()).isEqualTo(new Block("PL01 đơn vị", 4, 52, 52));
        assertThat(workers.weights()).isNull();
    }

    /** 124,000 units, as many as Vietnam has: no block overlaps another one, none reaches beyond its sheet. */
    @Test
    void goesOnInAnotherSheetWhereOneIsFull() {
        RollUpPlaces places = places(124_000, 3);

        assertThat(places.units(APPENDICES.get(0)).subList(0, 2)).containsExactly("PL01 đơn vị", "PL01 đơn vị 2");
        Map<String, Integer> filled = new TreeMap<>();
        for (Block block : blocks(places)) {
            assertThat(block.head()).isGreaterThan(filled.getOrDefault(block.sheet(), RollUpPlaces.HEAD_ROW));
            assertThat(block.last()).isLessThan(1_048_576);
            assertThat(block.last() - block.head()).isEqualTo(124_003);
            filled.put(block.sheet(), block.last());
        }
        assertThat(filled).hasSizeGreaterThan(APPENDICES.size());
    }

    @Test
    void refusesMoreUnitsThanASheetHasRows() {
        assertThat(blocks(places(1_048_571, 0))).isNotEmpty();
        assertThatThrownBy(() -> places(1_048_571, 1))
                .isInstanceOf(DomainException.class)
                .hasMessage("Một trang tính Excel chứa được nhiều nhất 1.048.571 đơn vị; chiến dịch này có 1.048.572."
                        + " Đồng chí lấy số liệu qua API.");
    }

    /** Nothing of the next block is added up where there is nobody yet. */
    @Test
    void leavesALineWhereNobodyCounts() {
        RollUpPlaces places = places(0, 2);

        Block first = blocks(places).get(0);
        assertThat(first).isEqualTo(new Block("PL01 đơn vị", 4, 1, 3));
        assertThat(blocks(places).get(1).head()).isEqualTo(first.last() + 1);
    }

    @Test
    void givesNoTwoSheetsOneName() {
        String code = "PHU-LUC-VE-SO-LUONG-LAO-DONG-2017";
        List<Appendix> alike = List.of(named(code + "A"), named(code + "B"));
        RollUpPlaces places = RollUpPlaces.of(alike, new UnitRows.Count(1, 0));

        List<String> names = alike.stream()
                .flatMap(appendix -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(places.totals(appendix)), places.units(appendix).stream()))
                .toList();
        assertThat(names)
                .hasSize(4)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(31));
    }

    private static Appendix named(String code) {
        Appendix first = APPENDICES.get(0);
        return new Appendix(
                code, first.title(), null, null, first.appliesTo(), null, first.columns(), first.indicators());
    }
}
