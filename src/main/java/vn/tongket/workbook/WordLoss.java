package vn.tongket.workbook;

/** What Word files hold and reports do not, with what becomes of it; {@code %d} is how often. */
enum WordLoss {
    TABLE("%d bảng không được nhận dưới dạng bảng; chữ trong bảng nêu ở phần chưa rõ mục"),
    PICTURE("%d ảnh hoặc hình vẽ không được nhận; hãy đính kèm ở trang báo cáo"),
    TEXT_BOX("%d hộp chữ không được nhận; hãy chép chữ ra ngoài hộp"),
    EQUATION("%d công thức không được nhận"),
    SYMBOL("%d ký hiệu chèn từ bảng ký hiệu không được nhận; hãy gõ lại bằng chữ"),
    NOTE("%d chú thích cuối trang hoặc cuối bài không được nhận; hãy viết vào trong mục"),
    COMMENT("%d nhận xét bên lề không được nhận"),
    INSERTED("%d chỗ chèn có theo dõi thay đổi đã được nhận như chữ thường"),
    DELETED("%d chỗ xóa có theo dõi thay đổi không được nhận"),
    HIDDEN("%d chỗ chữ ẩn không được nhận");

    private final String words;

    WordLoss(String words) {
        this.words = words;
    }

    String sentence(long times) {
        return words.formatted(times);
    }
}
