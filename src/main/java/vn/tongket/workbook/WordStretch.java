package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.shared.PlainText;

/**
 * Neighbouring lines of a Word file under one heading, or under none.
 *
 * @param section null where the outline has no place for them
 * @param where they stand, in words, when they have no place
 */
record WordStretch(
        @Nullable Section section, int level, String where, List<String> lines, Map<WordLoss, Integer> losses) {

    static WordStretch under(Section section, int level) {
        return new WordStretch(section, level, "", new ArrayList<>(), new EnumMap<>(WordLoss.class));
    }

    static WordStretch loose(int level, String where) {
        return new WordStretch(null, level, where, new ArrayList<>(), new EnumMap<>(WordLoss.class));
    }

    void lose(WordLoss loss) {
        losses.merge(loss, 1, Integer::sum);
    }

    String text() {
        return PlainText.clean(String.join("\n", lines));
    }
}
