package vn.tongket.notification.text;

import java.util.Optional;
import vn.tongket.shared.Vietnamese;

/**
 * A place in a text that is filled in for each mail, written {@code {tên đơn vị}}. Case does not matter, but for the
 * first letter: {@code {Tên đợt}} begins with a capital, as at the start of a sentence.
 */
public enum Placeholder {
    UNIT("tên đơn vị", "Tên đơn vị (hoặc cơ quan) được gửi thư"),
    ISSUER("công đoàn ban hành", "Tên công đoàn ban hành kế hoạch"),
    DEPARTMENT("ban phụ trách", "Bộ phận đầu mối nhận báo cáo, ví dụ Ban Tuyên giáo"),
    SUPERIOR("công đoàn cấp trên", "Công đoàn mà báo cáo tổng hợp được gửi lên"),
    REVIEW("loại hình", "“tổng kết” hoặc “sơ kết”"),
    TITLE("tên đợt", "Tên đầy đủ của đợt tổng kết, sơ kết"),
    SHORT_TITLE("tên gọn", "Tên của đợt, không có phần sau chữ “về”"),
    PLAN_NUMBER("số kế hoạch", "Số, ký hiệu của kế hoạch"),
    PLAN_DATE("ngày kế hoạch", "Ngày ban hành kế hoạch"),

    DEADLINE("hạn", "Ngày cuối cùng đơn vị phải gửi: hạn chung, hạn riêng của đơn vị hoặc hạn gửi lại"),
    TIME_LEFT(
            "còn bao lâu",
            "Tính đến lúc gửi thư: “còn 5 ngày làm việc”, “hôm nay là hạn cuối”, “đã quá hạn 3 ngày làm việc”"),
    STATE("tình trạng", "Tình trạng báo cáo của đơn vị lúc gửi thư"),
    OWED("còn nợ", "Danh sách những gì báo cáo của chính đơn vị này còn thiếu, lấy lúc gửi thư"),
    OLD_DEADLINE("hạn cũ", "Hạn trước khi thay đổi"),
    NEW_DEADLINE("hạn mới", "Hạn sau khi thay đổi"),

    REPORT_NUMBER("số báo cáo", "Số, ký hiệu của báo cáo"),
    REPORT_DATE("ngày báo cáo", "Ngày ký báo cáo tổng hợp"),
    INCOMING_NUMBER("số đến", "Số đến của báo cáo trong sổ văn bản"),
    RECEIVED_AT("thời điểm nhận", "Giờ và ngày nhận báo cáo"),
    PUNCTUALITY("đúng hạn hay muộn", "Sớm hạn, đúng hạn hay muộn mấy ngày"),
    VERSION("lần gửi", "Đây là lần gửi thứ mấy"),
    HASH("mã xác thực", "Dãy ký tự xác nhận nội dung báo cáo đã nhận"),
    RECEIPT_LINK("liên kết biên nhận", "Địa chỉ để kiểm tra biên nhận, không cần đăng nhập"),

    REASONS("lý do", "Lý do của quyết định; nhiều lý do thì thành danh sách"),
    LETTER_NUMBER("số công văn", "Số, ký hiệu của công văn"),
    LETTER_DATE("ngày công văn", "Ngày của công văn"),
    DECIDED_BY("người quyết định", "Cấp quyết định"),

    CONFERENCE_TIME("thời gian", "Giờ và ngày họp"),
    CONFERENCE_PLACE("địa điểm", "Nơi họp"),
    AGENDA("chương trình", "Nội dung của Hội nghị"),

    EXPECTED("số phải gửi", "Số đơn vị phải gửi báo cáo"),
    PROGRESS("tình hình", "Số đã gửi, đúng hạn, muộn, bị trả lại, chưa gửi"),
    MISSING_COUNT("số chưa gửi", "Số đơn vị phải gửi mà chưa gửi"),
    MISSING_SHARE("tỷ lệ chưa gửi", "Phần trăm đơn vị chưa gửi"),
    MISSING("đơn vị chưa gửi", "Danh sách đơn vị chưa gửi báo cáo"),
    UNREACHABLE("đơn vị không liên lạc được", "Danh sách đơn vị mà thư không tới được"),
    EXTENSIONS("đề nghị gia hạn", "Số đề nghị gia hạn đang chờ giải quyết"),

    CHANGE("thay đổi của cấp trên", "Điều mà công đoàn cấp trên vừa thay đổi đối với đơn vị"),

    CONFIRM_LINK("liên kết xác nhận", "Địa chỉ để xác nhận hộp thư");

    private final String label;
    private final String meaning;

    Placeholder(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** Its name as people write it between braces. */
    public String label() {
        return label;
    }

    /** A sentence about what comes in its place. */
    public String meaning() {
        return meaning;
    }

    /** As it stands in a text. */
    public String written() {
        return "{" + label + "}";
    }

    /** The one of that name, whatever the case and the blanks. */
    static Optional<Placeholder> of(String name) {
        String plain = plain(name);
        for (Placeholder placeholder : values()) {
            if (placeholder.label.equals(plain)) {
                return Optional.of(placeholder);
            }
        }
        return Optional.empty();
    }

    private static String plain(String name) {
        return Vietnamese.nfc(name).replaceAll("[\\s\\u00a0]+", " ").strip().toLowerCase(Vietnamese.LOCALE);
    }
}
