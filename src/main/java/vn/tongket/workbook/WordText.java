package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.Section;

/** What a Word file says, heading by heading, what of it has no place, and what is not taken. */
record WordText(OutlineHeads heads, List<WordStretch> stretches, List<Loose> tables) {

    /** The text of every heading that the file has, empty where nothing was written. */
    Map<String, String> sections() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (WordStretch stretch : stretches) {
            if (stretch.section() != null) {
                texts.merge(
                        stretch.section().code(), stretch.text(), (first, second) -> first.isEmpty() ? second : first);
            }
        }
        return texts;
    }

    /** What has no place, in the order of the file; tables last. */
    List<Loose> loose() {
        List<Loose> loose = new ArrayList<>();
        Set<String> filled = new HashSet<>();
        for (WordStretch stretch : stretches) {
            String text = stretch.text();
            if (text.isEmpty()) {
                continue;
            }
            if (stretch.section() == null) {
                loose.add(new Loose(stretch.where(), text));
            } else if (!filled.add(stretch.section().code())) {
                loose.add(new Loose(
                        "Mục “%s” xuất hiện lần nữa trong tệp"
                                .formatted(stretch.section().heading()),
                        text));
            }
        }
        loose.addAll(tables);
        return loose;
    }

    /** What stood somewhere and is not taken, told by heading. */
    List<Remark> losses() {
        Map<@Nullable Section, Map<WordLoss, Integer>> bySection = new LinkedHashMap<>();
        stretches.forEach(stretch -> stretch.losses()
                .forEach((loss, count) -> bySection
                        .computeIfAbsent(stretch.section(), section -> new EnumMap<>(WordLoss.class))
                        .merge(loss, count, Integer::sum)));
        List<Remark> remarks = new ArrayList<>();
        bySection.forEach((section, losses) ->
                losses.forEach((loss, count) -> remarks.add(remark(section, loss.sentence(count)))));
        return remarks;
    }

    private static Remark remark(@Nullable Section section, String sentence) {
        return section == null
                ? Remark.note("", "", "", "Ngoài các mục: %s.".formatted(sentence))
                : Remark.note("", "", section.code(), "Mục “%s”: %s.".formatted(section.heading(), sentence));
    }

    /** Headings of the outline that the file has not. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        Set<String> there = sections().keySet();
        heads.sections().stream()
                .filter(section -> !section.isHeading() && !there.contains(section.code()))
                .forEach(section -> missing.add(section.code()));
        return missing;
    }
}
