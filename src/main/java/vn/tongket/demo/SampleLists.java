package vn.tongket.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.shared.Vietnamese;

/** Sample rows of a list form, valid by the type of each column; texts are chosen by the words of its label. */
public final class SampleLists {

    private SampleLists() {}

    /**
     * At least as many rows as the form wants, and one. Dates lie in the last ten years of the period and are ISO
     * strings, decimals are strings; files are left out.
     */
    public static List<Map<String, Object>> rows(ListForm form, String unitName, long seed, int periodToYear) {
        Random chance =
                new Random(seed * 31 + 17L * unitName.hashCode() + form.code().hashCode());
        int count = Math.max(Math.max(form.minRows(), 1), 2 + chance.nextInt(2));
        int first = chance.nextInt(5);
        return IntStream.range(0, count)
                .mapToObj(index -> row(form, Vietnamese.nfc(unitName), first + index, chance, periodToYear))
                .toList();
    }

    private static Map<String, Object> row(ListForm form, String unitName, int index, Random chance, int toYear) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (ListColumn column : form.columns()) {
            switch (column.type()) {
                case "int" -> row.put(column.key(), 1 + chance.nextInt(3));
                case "decimal" -> row.put(column.key(), number(column, index));
                case "bool" -> row.put(column.key(), chance.nextInt(4) > 0);
                case "date" -> row.put(column.key(), date(chance, toYear).toString());
                case "enum" -> row.put(column.key(), choice(column, index));
                case "text" -> row.put(column.key(), text(column, unitName, index, chance));
                default -> {
                    // A file cannot be made up.
                }
            }
        }
        return row;
    }

    private static LocalDate date(Random chance, int toYear) {
        return LocalDate.of(toYear - chance.nextInt(9) - 1, 1 + chance.nextInt(12), 1 + chance.nextInt(28));
    }

    private static String number(ListColumn column, int index) {
        String text = pooled(column, index);
        return text.matches("\\d+(\\.\\d+)?") ? text : String.valueOf(10 + index);
    }

    private static String choice(ListColumn column, int index) {
        List<String> values = column.values() == null ? List.of() : column.values();
        String meant = pooled(column, index);
        if (values.isEmpty() || values.contains(meant)) {
            return meant;
        }
        return values.stream()
                .filter(value -> Vietnamese.fold(value).contains(Vietnamese.fold(meant)))
                .findFirst()
                .orElse(values.get(index % values.size()));
    }

    private static String text(ListColumn column, String unitName, int index, Random chance) {
        String text =
                pooled(column, index).replace("{u}", unitName).replace("{s}", String.valueOf(12 + chance.nextInt(40)));
        int most = column.maxChars() == null ? Integer.MAX_VALUE : column.maxChars();
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }

    private static String pooled(ListColumn column, int index) {
        return SamplePools.text(column.label(), index);
    }
}
