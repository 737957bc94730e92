package vn.tongket.workbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.report.ReportForm;
import vn.tongket.statistics.Indicator;

/**
 * What ties a file to a report: written twice into it, into a part that nobody sees and into the file's properties.
 *
 * @param form the hash of the rows, years, columns or headings that the unit fills in
 * @param version the sending that is being written, 1 for the first
 * @param base the hash of the draft that the file was filled with
 */
record Mark(int layout, String campaign, String unit, String form, int version, String base) {

    /** Changes whenever a template of before would be read wrongly. */
    static final int LAYOUT = 1;

    /** The name of the sheet and of the property. */
    static final String NAME = "_tongket";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    String text() {
        return write(this);
    }

    /** Null when the text is no mark of ours. */
    static @Nullable Mark read(String text) {
        try {
            Mark mark = JSON.readValue(text, Mark.class);
            return mark == null || mark.campaign == null || mark.unit == null || mark.form == null || mark.base == null
                    ? null
                    : mark;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** The draft as a template carries it; places that hold nothing are left out, so that equal drafts read equal. */
    static String baseText(Reading.Content content) {
        return textOf(new Reading.Content(
                Map.of(), new TreeMap<>(sorted(content.figures())), new TreeMap<>(content.lists())));
    }

    static String textOf(Reading.Content content) {
        return write(content);
    }

    static Reading.@Nullable Content base(String text) {
        try {
            return JSON.readValue(text, Reading.Content.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    static String hashOf(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash of everything that decides where a value stands and what it may be. */
    static String formOf(ReportForm form) {
        StringBuilder words = new StringBuilder();
        form.figures().appendices().forEach(appendix -> {
            words.append(appendix.code()).append(appendix.yearNumbers()).append('\n');
            appendix.indicators().forEach(row -> words.append(row(form, row)).append('\n'));
        });
        for (ListForm list : form.lists()) {
            words.append(list.code()).append('\n');
            for (ListColumn column : list.columns()) {
                words.append(List.of(column.key(), column.type(), String.valueOf(column.values())))
                        .append('\n');
            }
        }
        return hashOf(words.toString()).substring(0, 16);
    }

    /** The hash of the headings under which text stands. */
    static String formOf(List<Section> sections) {
        StringBuilder words = new StringBuilder();
        sections.forEach(section -> words.append(section.code())
                .append('/')
                .append(section.heading())
                .append('\n'));
        return hashOf(words.toString()).substring(0, 16);
    }

    private static String row(ReportForm form, Indicator row) {
        return row.code() + "/" + row.name() + "/" + row.type() + "/" + row.fractionDigits() + "/" + row.computed()
                + "/"
                + form.figures().years(row.code()).stream()
                        .filter(year -> form.figures().isClosed(row, year))
                        .toList();
    }

    private static Map<String, Map<String, String>> sorted(Map<String, Map<String, String>> figures) {
        Map<String, Map<String, String>> sorted = new TreeMap<>();
        figures.forEach((code, years) -> {
            if (!years.isEmpty()) {
                sorted.put(code, new TreeMap<>(years));
            }
        });
        return sorted;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
