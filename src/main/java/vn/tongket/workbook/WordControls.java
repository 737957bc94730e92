package vn.tongket.workbook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The content controls inside which the reader of a Word file stands. */
final class WordControls {

    private static final class Control {

        private @Nullable String tag;
        private boolean prompt;
    }

    private final Deque<Control> open = new ArrayDeque<>();

    void begin() {
        open.push(new Control());
    }

    void end() {
        open.pop();
    }

    void tag(@Nullable String tag) {
        innermost().tag = tag;
    }

    /** Says that the innermost one holds only words that ask for text. */
    void prompt() {
        innermost().prompt = true;
    }

    /** The innermost tag, null outside tagged controls. */
    @Nullable
    String tag() {
        return open.stream()
                .map(control -> control.tag)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    boolean isPrompt() {
        return open.stream().anyMatch(control -> control.prompt);
    }

    private Control innermost() {
        Control control = open.peek();
        if (control == null) {
            throw OfficePackage.broken();
        }
        return control;
    }
}
