package vn.tongket.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part's version as an entity tag, {@code "v3"}, and what {@code If-Match} says about it (RFC 9110, 13.1.1). */
public final class EntityTag {

    private static final Pattern LIST = Pattern.compile("(W/)?\"[!#-~]*\"(\\s*,\\s*(W/)?\"[!#-~]*\")*");
    private static final Pattern STRONG = Pattern.compile("(?<!W/)\"v(\\d{1,9})\"");
    /** A version that no part ever has. */
    private static final int NONE = -1;

    private EntityTag() {}

    public static String of(int version) {
        return "\"v" + version + "\"";
    }

    /** The version that a write must find, null when any will do; {@code current} is asked only for a list of tags. */
    public static @Nullable Integer expected(@Nullable String ifMatch, IntSupplier current) {
        String header = ifMatch == null ? "*" : ifMatch.strip();
        if (header.equals("*")) {
            return null;
        }
        if (!LIST.matcher(header).matches()) {
            throw DomainException.malformed("Tiêu đề If-Match không hợp lệ; phải có dạng \"v3\" hoặc *.");
        }
        List<Integer> versions = new ArrayList<>();
        Matcher tags = STRONG.matcher(header);
        while (tags.find()) {
            versions.add(Integer.valueOf(tags.group(1)));
        }
        if (versions.size() < 2) {
            return versions.isEmpty() ? NONE : versions.get(0);
        }
        int now = current.getAsInt();
        return versions.contains(now) ? now : NONE;
    }
}
