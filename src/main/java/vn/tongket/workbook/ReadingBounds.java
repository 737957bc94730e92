package vn.tongket.workbook;

import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;

/** Counts what is kept of a file while it is read: one that was made to fill the memory is refused in time. */
final class ReadingBounds {

    private final int maxLetters;
    private final int maxPieces;
    private final String refusal;
    private int letters;
    private int pieces;

    private ReadingBounds(int maxLetters, int maxPieces, String refusal) {
        this.maxLetters = maxLetters;
        this.maxPieces = maxPieces;
        this.refusal = refusal;
    }

    /** Ten times what an outline asks for. */
    static ReadingBounds ofText() {
        return new ReadingBounds(
                400_000, 20_000, "Tệp dài hơn 400.000 ký tự hoặc 20.000 đoạn, không phải báo cáo theo đề cương này.");
    }

    /** Of a workbook: over two hundred times the cells of a report. */
    static ReadingBounds ofCells() {
        return new ReadingBounds(
                3_000_000,
                300_000,
                "Tệp có quá nhiều ô hoặc quá nhiều chữ so với một báo cáo. Hãy chép số liệu sang mẫu mới tải về.");
    }

    /** Word itself takes 4,079 styles and 2,047 lists of nine levels. */
    static ReadingBounds ofLooks() {
        return new ReadingBounds(
                2_000_000,
                50_000,
                "Tệp có quá nhiều kiểu chữ hoặc danh sách nên không được đọc. Hãy chép nội dung sang đề cương mới tải về.");
    }

    /** Counts a piece. */
    void piece() {
        pieces++;
        check();
    }

    /** Counts the letters of a text that is kept, and gives it back. */
    String text(String kept) {
        letters += kept.length();
        check();
        return kept;
    }

    /** The same of an attribute, which may be missing. */
    @Nullable
    String attribute(@Nullable String kept) {
        return kept == null ? null : text(kept);
    }

    private void check() {
        if (letters > maxLetters || pieces > maxPieces) {
            throw refusal();
        }
    }

    /** What a file beyond the bounds is told, also of what is counted elsewhere. */
    DomainException refusal() {
        return DomainException.refused(refusal);
    }
}
