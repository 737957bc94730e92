package vn.tongket.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An enhanced status code of a mail system (RFC 3463): {@code 5.1.1}, no such mailbox. */
record StatusCode(int type, int subject, int detail) {

    /** What a server says without a code of its own: for good, for reasons unknown. */
    private static final StatusCode UNKNOWN = new StatusCode(5, 0, 0);

    private static final Pattern CODE = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");

    /** The first one in what a server said. */
    static StatusCode in(String words) {
        Matcher found = CODE.matcher(words);
        return found.find()
                ? new StatusCode(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)))
                : UNKNOWN;
    }

    /** It will be the same next time; not so with a full mailbox, a policy or a system in trouble. */
    boolean blamesAddress() {
        return type == 5 && (subject <= 1 || (subject == 2 && detail != 2));
    }
}
