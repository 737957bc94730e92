package vn.tongket.document;

import java.time.LocalDate;
import java.util.List;
import vn.tongket.shared.Vietnamese;

/**
 * How many have reported by a day. The required unions are the denominator; the coordinated ones are told of in a
 * sentence of their own.
 *
 * @param expected required unions less the exempt ones
 * @param received of these, those whose report counts; {@code onTime} includes the early ones
 * @param missing the names of the others, in protocol order
 * @param figuresFrom how many reports the figures rest on
 */
public record Coverage(
        LocalDate asOf,
        int expected,
        int received,
        int onTime,
        int late,
        List<String> missing,
        int coordinatedExpected,
        int coordinatedReceived,
        int figuresFrom) {

    /** The sentences of the report (domain notes, section 5). */
    public String sentence() {
        StringBuilder text = new StringBuilder(
                "Đến ngày %s, có %d/%d công đoàn trực thuộc gửi báo cáo, trong đó %d đơn vị đúng hạn, %d đơn vị muộn"
                        .formatted(Vietnamese.day(asOf), received, expected, onTime, late));
        if (missing.isEmpty()) {
            text.append("; không có đơn vị nào chưa gửi.");
        } else {
            text.append("; %d đơn vị chưa gửi gồm: %s.".formatted(missing.size(), String.join("; ", missing)));
        }
        if (coordinatedExpected > 0) {
            text.append(" Ngoài ra, có %d/%d công đoàn phối hợp chỉ đạo gửi báo cáo."
                    .formatted(coordinatedReceived, coordinatedExpected));
        }
        return text.append(" Số liệu trong báo cáo được tổng hợp từ %d đơn vị.".formatted(figuresFrom))
                .toString();
    }
}
