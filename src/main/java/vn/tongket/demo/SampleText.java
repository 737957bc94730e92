package vn.tongket.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.BasisDocument;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.campaign.CampaignType;
import vn.tongket.demo.SampleTopics.Topic;
import vn.tongket.shared.Vietnamese;

/** Sample text of a section: real sentences on union work, chosen by the section's words, within its length limits. */
public final class SampleText {

    private final CampaignFile file;
    private final Section section;
    private final String unitName;
    private final Random chance;
    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int sentences;

    private SampleText(CampaignFile file, Section section, String unitName, long seed) {
        this.file = file;
        this.section = section;
        this.unitName = Vietnamese.nfc(unitName);
        this.chance = new Random(
                seed * 31 + 17L * unitName.hashCode() + section.code().hashCode());
    }

    /** The same text each time for the same seed; empty for a heading. Blank line = paragraph, "- " = list item. */
    public static String section(CampaignFile file, Section section, String unitName, long seed) {
        return section.isHeading() || section.maxChars() <= 0
                ? ""
                : new SampleText(file, section, unitName, seed).write();
    }

    private String write() {
        int target = (int) (section.minChars()
                + (Math.min(section.maxChars(), 4L * section.minChars() + 600) - section.minChars())
                        * (0.25 + 0.3 * chance.nextDouble()));
        Topic topic = SampleTopics.suiting(section.title(), section.guidance() == null ? "" : section.guidance());
        openingFirst(topic).stream().takeWhile(block -> length() < target).forEach(block -> append(fill(block)));
        if (!topic.equals(SampleTopics.general())) {
            openingFirst(SampleTopics.general()).stream()
                    .takeWhile(block -> length() < section.minChars())
                    .forEach(block -> append(fill(block)));
        }
        for (int year = 0; length() < section.minChars() && year < 1_000; year++) {
            int before = length();
            for (String block : SampleTopics.yearly().blocks()) {
                append(fill(block.replace("{y}", String.valueOf(yearOf(year)))));
            }
            if (length() == before) {
                break;
            }
        }
        return fit(text());
    }

    /** The topic's opening, which names the union, then its other sentences in an order of its own. */
    private List<String> openingFirst(Topic topic) {
        List<String> blocks = new ArrayList<>(topic.blocks());
        Collections.shuffle(blocks.subList(1, blocks.size()), chance);
        return blocks;
    }

    /** Adds a sentence to the paragraph, or a list as one of its own; what would be too long is left out. */
    private void append(String block) {
        boolean list = block.contains("\n");
        int longer = block.codePointCount(0, block.length()) + 2;
        if (length() + longer > section.maxChars()) {
            return;
        }
        if (list || sentences == 3) {
            close();
        }
        open.append(open.isEmpty() ? "" : " ").append(block);
        sentences++;
        if (list) {
            close();
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            paragraphs.add(open.toString());
            open.setLength(0);
            sentences = 0;
        }
    }

    private String text() {
        String closed = String.join("\n\n", paragraphs);
        return closed.isEmpty() || open.isEmpty() ? closed + open : closed + "\n\n" + open;
    }

    private int length() {
        String text = text();
        return text.codePointCount(0, text.length());
    }

    /** For limits so narrow that no whole sentence fits: a sentence cut between words. */
    private String fit(String text) {
        int length = text.codePointCount(0, text.length());
        if (length >= section.minChars() && length > 0) {
            return text;
        }
        String more = text.isEmpty() ? "" : text + " ";
        String longest = more + fill(SampleTopics.general().blocks().get(0)) + " "
                + fill(SampleTopics.general().blocks().get(2));
        int room = Math.min(section.maxChars(), longest.codePointCount(0, longest.length())) - 1;
        String cut = longest.substring(0, longest.offsetByCodePoints(0, Math.max(room, 0)));
        int space = cut.lastIndexOf(' ');
        boolean enough = space > 0 && cut.codePointCount(0, space) + 1 >= section.minChars();
        String whole = (enough ? cut.substring(0, space) : cut).strip();
        return (whole.endsWith(".") || whole.endsWith(",") ? whole.substring(0, whole.length() - 1) : whole) + ".";
    }

    private int yearOf(int index) {
        var period = file.campaign().period();
        return period.toYear() - index % Math.max(1, period.toYear() - period.fromYear() + 1);
    }

    private String fill(String block) {
        var period = file.campaign().period();
        String filled = block.replace("{u}", unitName)
                .replace("{nq}", resolution())
                .replace("{viec}", CampaignType.of(file.campaign().type()).label())
                .replace("{tu}", String.valueOf(period.fromYear()))
                .replace("{den}", String.valueOf(period.toYear()))
                .replace("{nam}", String.valueOf(period.toYear() - period.fromYear() + 1))
                .replace("{n}", String.valueOf(2 + chance.nextInt(7)))
                .replace("{s}", String.valueOf(11 + chance.nextInt(48)))
                .replace("{p}", (74 + chance.nextInt(24)) + "%");
        return Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
    }

    /** The document under review: the first that the campaign rests on. */
    private String resolution() {
        return file.campaign().basisDocuments().stream()
                .findFirst()
                .map(SampleText::named)
                .orElse("nghị quyết");
    }

    private static String named(BasisDocument document) {
        return document.number() == null ? document.kind() : document.kind() + " số " + document.number();
    }
}
