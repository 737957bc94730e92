package vn.tongket.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.tongket.shared.Vietnamese;

/** The pools of sample sentences, by the words of a section that they suit ({@code demo/sentences.txt}). */
final class SampleTopics {

    /**
     * Blocks of one topic: a sentence, or a lead with its list; the first names the union. {@code words} are folded.
     */
    record Topic(List<String> words, List<String> blocks) {

        /** How many of the words stand in the title, which weighs more, and in the guidance. */
        int suits(String title, String guidance) {
            return words.stream()
                    .mapToInt(word -> (title.contains(word) ? 10 : 0) + (guidance.contains(word) ? 1 : 0))
                    .sum();
        }
    }

    private static final List<Topic> TOPICS = read();

    private SampleTopics() {}

    /** The topic that suits the section best, or the general one when none does. */
    static Topic suiting(String title, String guidance) {
        String foldedTitle = Vietnamese.fold(title);
        String foldedGuidance = Vietnamese.fold(guidance);
        return TOPICS.stream()
                .filter(topic -> topic.suits(foldedTitle, foldedGuidance) > 0)
                .max(Comparator.comparingInt(topic -> topic.suits(foldedTitle, foldedGuidance)))
                .orElseGet(SampleTopics::general);
    }

    /** Sentences that suit every section. */
    static Topic general() {
        return named("*");
    }

    /** Sentences about one year. */
    static Topic yearly() {
        return named("~");
    }

    private static Topic named(String name) {
        return TOPICS.stream()
                .filter(topic -> topic.words().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Topic> read() {
        List<Topic> topics = new ArrayList<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("# ")) {
                List<String> words = Arrays.stream(line.substring(2).split(",", -1))
                        .map(String::strip)
                        .map(Vietnamese::fold)
                        .toList();
                topics.add(new Topic(words, new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("//")) {
                List<String> blocks = topics.get(topics.size() - 1).blocks();
                if (line.startsWith("- ")) {
                    int last = blocks.size() - 1;
                    blocks.set(last, blocks.get(last) + "\n" + line);
                } else {
                    blocks.add(line);
                }
            }
        }
        return List.copyOf(topics);
    }

    private static String text() {
        try (InputStream in = SampleTopics.class.getResourceAsStream("/demo/sentences.txt")) {
            return Vietnamese.nfc(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
