package vn.tongket.workbook;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;

/** Whether the mark in a file is that of this report, as it is written now. */
final class MarkCheck {

    private static final String ANEW = " Hãy tải mẫu mới, chép số liệu sang rồi nộp lại.";

    private final Expected expected;
    private final String form;
    private final List<Remark> remarks;

    /** With the hash of what the unit is to fill in now. */
    MarkCheck(Expected expected, String form, List<Remark> remarks) {
        this.expected = expected;
        this.form = form;
        this.remarks = remarks;
    }

    /** The mark; refused when there is none or it is another's. */
    Mark require(String inSheet, @Nullable String inProperties) {
        Mark mark = find(inSheet, inProperties);
        if (mark == null) {
            throw DomainException.refused(
                    "Tệp này không phải mẫu tải từ hệ thống, hoặc dấu nhận biết đã bị xóa." + ANEW);
        }
        return mark;
    }

    /** The mark, null when there is none; refused when it is another's. */
    @Nullable
    Mark find(String hidden, @Nullable String inProperties) {
        Mark sheet = Mark.read(hidden);
        Mark property = inProperties == null ? null : Mark.read(inProperties);
        if (sheet == null && property == null) {
            return null;
        }
        if (sheet != null && property != null && !sheet.equals(property)) {
            throw DomainException.refused(
                    "Hai dấu nhận biết trong tệp không khớp nhau: tệp ghép từ hai mẫu khác nhau hoặc đã bị sửa."
                            + ANEW);
        }
        Mark mark = sheet == null ? Objects.requireNonNull(property) : sheet;
        if (sheet == null || property == null) {
            remarks.add(Remark.note("", "", "", "Một trong hai dấu nhận biết của tệp đã mất; vẫn nhận ra được tệp."));
        }
        requireThisReport(mark);
        return mark;
    }

    private void requireThisReport(Mark mark) {
        if (!mark.campaign().equals(expected.campaign())) {
            throw DomainException.refused("Tệp này là mẫu của chiến dịch “%s”, không phải “%s”."
                    .formatted(mark.campaign(), expected.campaign()));
        }
        if (!mark.unit().equals(expected.unit())) {
            throw DomainException.refused(
                    "Tệp này là mẫu của đơn vị có mã “%s”, không phải “%s”.".formatted(mark.unit(), expected.unit()));
        }
        if (mark.layout() != Mark.LAYOUT || !mark.form().equals(form)) {
            throw DomainException.refused("Tệp này làm từ mẫu cũ, nay biểu mẫu đã thay đổi." + ANEW);
        }
        if (mark.version() != expected.version()) {
            remarks.add(Remark.note(
                    "",
                    "",
                    "",
                    "Mẫu này tải khi đang soạn lần gửi %d, nay đang soạn lần gửi %d; hãy xem kỹ từng chỗ khác nhau."
                            .formatted(mark.version(), expected.version())));
        }
    }
}
