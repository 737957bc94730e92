package vn.tongket.notification.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/** What is wrong with a text that somebody typed, told at the line where it stands. */
final class TemplateCheck {

    private final String path;
    private final Collection<Placeholder> known;
    private final boolean oneLine;
    private final List<Fault> faults = new ArrayList<>();

    private TemplateCheck(String path, Collection<Placeholder> known, boolean oneLine) {
        this.path = path;
        this.known = known;
        this.oneLine = oneLine;
    }

    /** The faults of a subject: one line that is not empty, with no other placeholders than those. */
    static List<Fault> ofSubject(String path, String text, int max, Collection<Placeholder> known) {
        TemplateCheck check = new TemplateCheck(path, known, true);
        String clean = PlainText.clean(text);
        check.length("Tiêu đề", clean, max);
        if (clean.contains("\n")) {
            check.fault("Tiêu đề chỉ được có một dòng.");
        }
        check.lines(clean);
        return check.faults;
    }

    /** The faults of a body. */
    static List<Fault> ofBody(String path, String text, int max, Collection<Placeholder> known) {
        TemplateCheck check = new TemplateCheck(path, known, false);
        String clean = PlainText.clean(text);
        check.length("Nội dung", clean, max);
        check.lines(clean);
        return check.faults;
    }

    private void length(String what, String text, int max) {
        int length = PlainText.length(text);
        if (text.replace('\u00a0', ' ').isBlank()) {
            fault(what + " không được để trống.");
        } else if (length > max) {
            fault("%s dài %s ký tự, tối đa %s.".formatted(what, Vietnamese.count(length), Vietnamese.count(max)));
        }
    }

    private void lines(String text) {
        int number = 1;
        for (String line : text.split("\n", -1)) {
            line(oneLine ? "" : "Dòng " + number + ": ", line);
            number++;
        }
    }

    private void line(String where, String line) {
        int at = 0;
        while (at < line.length()) {
            char sign = line.charAt(at);
            if (sign == '}') {
                fault(where + "dấu “}” thừa, trước nó không có dấu “{”.");
            } else if (sign == '{') {
                int end = endOfName(line, at + 1);
                if (end < 0) {
                    fault(where + "dấu “{” chưa có dấu “}” đóng lại.");
                } else {
                    name(where, line.substring(at + 1, end));
                    at = end;
                }
            }
            at++;
        }
    }

    /** Where the name that begins there is closed; −1 when the line ends or another one begins before. */
    private static int endOfName(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == '}') {
                return i;
            }
            if (line.charAt(i) == '{') {
                return -1;
            }
        }
        return -1;
    }

    private void name(String where, String name) {
        if (name.isBlank()) {
            fault(where + "giữa “{” và “}” chưa ghi tên chỗ điền.");
            return;
        }
        Optional<Placeholder> placeholder = Placeholder.of(name);
        if (placeholder.isEmpty()) {
            String hint = nearest(name)
                    .map(near -> "có phải đồng chí muốn ghi " + near.written() + "?")
                    .orElse("xem danh sách chỗ điền.");
            fault("%skhông có chỗ điền “{%s}”; %s".formatted(where, shown(name), hint));
        } else if (!known.contains(placeholder.get())) {
            fault("%schỗ điền %s không dùng được trong thư này."
                    .formatted(where, placeholder.get().written()));
        }
    }

    private static String shown(String name) {
        String plain = name.strip();
        return PlainText.length(plain) <= 40 ? plain : plain.substring(0, plain.offsetByCodePoints(0, 40)) + "…";
    }

    private Optional<Placeholder> nearest(String name) {
        String typed = Vietnamese.fold(shown(name));
        return known.stream()
                .filter(placeholder -> distanceTo(placeholder, typed)
                        <= Math.max(1, placeholder.label().length() / 3))
                .min(Comparator.comparingInt(placeholder -> distanceTo(placeholder, typed)));
    }

    /** Of names without marks; none when the one is the other's beginning. */
    private static int distanceTo(Placeholder placeholder, String typed) {
        String label = Vietnamese.fold(placeholder.label());
        return label.startsWith(typed) || typed.startsWith(label) ? 0 : distance(typed, label);
    }

    /** How many letters must be changed, added or left out (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private void fault(String message) {
        faults.add(new Fault(path, message.substring(0, 1).toUpperCase(Vietnamese.LOCALE) + message.substring(1)));
    }
}
