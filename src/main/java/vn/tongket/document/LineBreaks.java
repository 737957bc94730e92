package vn.tongket.document;

import java.util.regex.Pattern;

/** Where centred lines of a head may break: not inside a word of two syllables, nor before the last one alone. */
final class LineBreaks {

    private static final char NO_BREAK = '\u00A0';
    private static final int ONE_LINE = 60;

    private static final Pattern TOGETHER = Pattern.compile(
            "(?<!\\p{L})(tổng công ty|công ty|tổng liên đoàn|liên đoàn|công đoàn|lao động|cổ phần|đầu tư|phát triển"
                    + "|đô thị|công nghiệp|xây dựng|xi măng|nhập khẩu|vật liệu|thành phố|đại học|cao đẳng|học viện"
                    + "|quốc gia|trung ương|việt nam|hà nội|nghị quyết|thực hiện|tổng kết|sơ kết|tiếp tục|thời kỳ"
                    + "|đẩy mạnh|hiện đại)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private LineBreaks() {}

    /** A union's name; a dash stays with the words on both sides. */
    static String name(String text) {
        String kept = text.strip().replaceAll(" ([-–]) ", NO_BREAK + "$1" + NO_BREAK);
        kept = TOGETHER.matcher(kept).replaceAll(match -> match.group().replace(' ', NO_BREAK));
        int last = kept.lastIndexOf(' ');
        return last < 0 || kept.indexOf(NO_BREAK, last) > 0
                ? kept
                : kept.substring(0, last) + NO_BREAK + kept.substring(last + 1);
    }

    /** What a document is about; a long one begins a new line where it says {@code về}. */
    static String subject(String text) {
        String kept = name(text);
        int about = kept.indexOf(" về ");
        boolean breaks = kept.length() > ONE_LINE && about > 0 && about <= ONE_LINE;
        return breaks ? kept.substring(0, about) + "\n" + kept.substring(about + 1) : kept;
    }
}
