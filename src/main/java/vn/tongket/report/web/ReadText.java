package vn.tongket.report.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.tongket.shared.Paragraphs;
import vn.tongket.shared.PlainText;

/** A heading's text for those who only read: its paragraphs and lists, and its length as the outline counts it. */
record ReadText(List<Paragraphs.Block> blocks, int length) {

    /** By heading; headings without text are left out. */
    static Map<String, ReadText> of(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> !text.getValue().isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, text -> of(text.getValue())));
    }

    private static ReadText of(String text) {
        return new ReadText(Paragraphs.blocks(text), PlainText.length(text));
    }
}
