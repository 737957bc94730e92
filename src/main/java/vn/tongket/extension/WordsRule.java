package vn.tongket.extension;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/** What people write beside a day: not too long, and not blank where it is asked for. */
final class WordsRule {

    static final int REASON = 2000;
    static final int LETTER = 100;

    private WordsRule() {}

    /** Adds what is wrong with the text, at that field; {@code missing} is the sentence for a blank one. */
    static void check(String field, @Nullable String words, int max, @Nullable String missing, List<Fault> faults) {
        if (words == null || words.isBlank()) {
            if (missing != null) {
                faults.add(new Fault(field, missing));
            }
        } else if (PlainText.length(words) > max) {
            faults.add(new Fault(field, "Không được quá " + Vietnamese.count(max) + " ký tự."));
        }
    }

    /** Null for a blank text. */
    static @Nullable String orNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : words;
    }
}
