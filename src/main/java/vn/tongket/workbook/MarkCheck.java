package vn.tongket.workbook;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;

/** Whether the mark in a workbook is that of this report, as it is written now. */
final class MarkCheck {

    private static final String ANEW = " Hãy tải mẫu mới, chép số liệu sang rồi nộp lại.";

    private final Expected expected;
    private final List<Remark> remarks;

    MarkCheck(Expected expected, List<Remark> remarks) {
        this.expected = expected;
        this.remarks = remarks;
    }

    /** The mark; refused when there is none or it is another's. */
    Mark require(String inSheet, @Nullable String inProperties) {
        Mark sheet = Mark.read(inSheet);
        Mark property = inProperties == null ? null : Mark.read(inProperties);
        if (sheet == null && property == null) {
            throw DomainException.refused(
                    "Tệp này không phải mẫu tải từ hệ thống, hoặc dấu nhận biết đã bị xóa." + ANEW);
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
        if (mark.layout() != Mark.LAYOUT || !mark.form().equals(Mark.formOf(expected.form()))) {
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
