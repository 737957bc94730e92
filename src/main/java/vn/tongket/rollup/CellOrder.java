package vn.tongket.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureSheet.Place;
import vn.tongket.statistics.Indicator;

/**
 * The cells of a campaign's totals in the order in which arrays hold them: each row's years, then its period's column.
 * It follows the definition, which never changes once it is imported.
 */
final class CellOrder {

    /** Stands for the period's column where cells have a year. */
    static final int PERIOD = 0;

    /** One cell: its row and its year, or {@link #PERIOD}. */
    record Slot(Indicator row, int year) {

        boolean isPeriod() {
            return year == PERIOD;
        }
    }

    private final List<Slot> slots = new ArrayList<>();
    private final Map<Place, Integer> numbers = new HashMap<>();

    private CellOrder(List<Appendix> appendices) {
        for (Appendix appendix : appendices) {
            for (Indicator row : appendix.indicators()) {
                appendix.yearNumbers().forEach(year -> add(row, year));
                add(row, PERIOD);
            }
        }
    }

    static CellOrder of(CampaignFile definition) {
        return of(definition.appendices());
    }

    static CellOrder of(List<Appendix> appendices) {
        return new CellOrder(appendices);
    }

    private void add(Indicator row, int year) {
        slots.add(new Slot(row, year));
        numbers.put(new Place(row.code(), year), slots.size());
    }

    List<Slot> slots() {
        return slots;
    }

    int size() {
        return slots.size();
    }

    /** The cell's number in arrays, from 1 as SQL counts; 0 when there is no such cell. */
    int number(String row, int year) {
        return numbers.getOrDefault(new Place(row, year), 0);
    }

    /** How the units' values of each cell become one: {@code sum}, {@code max}, {@code min}, … */
    String[] operations() {
        return slots.stream().map(slot -> slot.row().unitAgg().op()).toArray(String[]::new);
    }
}
