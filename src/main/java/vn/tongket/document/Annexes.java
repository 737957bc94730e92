package vn.tongket.document;

import java.util.ArrayList;
import java.util.List;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.statistics.Appendix;

/** The annexes in order: first the statistical appendices, then the list forms; Roman numbers when there are several. */
record Annexes(List<Annex> all) {

    /** {@code Phụ lục III}, its code in the campaign, its title. */
    record Annex(String number, String code, String title) {}

    static Annexes of(CampaignFile campaign) {
        return of(campaign.appendices(), campaign.listForms());
    }

    static Annexes of(List<Appendix> appendices, List<ListForm> lists) {
        int count = appendices.size() + lists.size();
        List<Annex> all = new ArrayList<>();
        appendices.forEach(appendix -> all.add(annex(all.size() + 1, count, appendix.code(), appendix.title())));
        lists.forEach(list -> all.add(annex(all.size() + 1, count, list.code(), list.title())));
        return new Annexes(List.copyOf(all));
    }

    /** Those of the report upward: the appendices' totals under the numbers that the plan gave them, then this one. */
    static Annexes ofTotals(List<Appendix> appendices, String title) {
        int count = appendices.size() + 1;
        List<Annex> all = new ArrayList<>();
        appendices.forEach(appendix -> all.add(annex(all.size() + 1, count, appendix.code(), appendix.title())));
        all.add(annex(count, count, "", title));
        return new Annexes(List.copyOf(all));
    }

    private static Annex annex(int position, int count, String code, String title) {
        return new Annex(count == 1 ? "Phụ lục" : "Phụ lục " + DocumentText.roman(position), code, title);
    }

    /** {@code Phụ lục III (PL03)}; the bare code of an annex that is not there. */
    String name(String code) {
        return all.stream()
                .filter(annex -> annex.code().equals(code))
                .map(annex -> annex.number() + " (" + code + ")")
                .findFirst()
                .orElse(code);
    }
}
