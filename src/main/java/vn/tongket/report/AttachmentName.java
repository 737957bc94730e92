package vn.tongket.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/** The name under which an attachment is kept: composed, harmless on every system, its ending that of its content. */
final class AttachmentName {

    private static final int MAX_LENGTH = 120;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Controls, marks that turn the direction of writing or do not show, and what a file system refuses. */
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}<>:\"|?*]+");

    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final String NAMELESS = "Tệp đính kèm";

    private AttachmentName() {}

    /** From what the sender calls it, be it a path or nothing; unlike all of {@code taken}. */
    static String of(String sent, FileKind kind, Collection<String> taken) {
        String name = UNSAFE.matcher(FOLDERS.matcher(Vietnamese.nfc(sent)).replaceFirst(""))
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .replaceAll("[. ]+$", "");
        String ending = ending(name, kind.endings());
        String stem = name.substring(0, name.length() - ending.length()).replaceAll("^[. ]+|[. ]+$", "");
        if (stem.isEmpty()) {
            stem = NAMELESS;
        } else if (DEVICE.matcher(stem).matches()) {
            stem = "_" + stem;
        }
        return unlike(taken, stem, ending.isEmpty() ? kind.endings().iterator().next() : ending);
    }

    /** The ending as it was sent, if it is one of that kind. */
    private static String ending(String name, Collection<String> endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.stream()
                .filter(lower::endsWith)
                .map(ending -> name.substring(name.length() - ending.length()))
                .findFirst()
                .orElse("");
    }

    private static String unlike(Collection<String> taken, String stem, String ending) {
        Set<String> lower = taken.stream()
                .map(name -> name.toLowerCase(Vietnamese.LOCALE))
                .collect(java.util.stream.Collectors.toSet());
        for (int copy = 1; ; copy++) {
            String number = copy == 1 ? "" : " (" + copy + ")";
            String name = shortened(stem, MAX_LENGTH - number.length() - ending.length()) + number + ending;
            if (!lower.contains(name.toLowerCase(Vietnamese.LOCALE))) {
                return name;
            }
        }
    }

    private static String shortened(String stem, int length) {
        return PlainText.length(stem) <= length
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, length)).strip();
    }
}
