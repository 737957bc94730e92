package vn.tongket.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Errors as {@code application/problem+json} with a sentence in Vietnamese, also where no controller is reached. */
@Component
class Problems {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
    }

    /** What to tell a person when nothing more is known than the status. */
    static String sentence(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "Yêu cầu không hợp lệ.";
            case 401 -> "Đồng chí cần đăng nhập.";
            case 403 -> "Đồng chí không có quyền thực hiện việc này.";
            case 404 -> "Không tìm thấy nội dung này.";
            case 405 -> "Không thực hiện được thao tác này tại đây.";
            case 406, 415 -> "Định dạng dữ liệu không được hỗ trợ.";
            case 409 -> "Nội dung này đã có.";
            case 412 -> "Nội dung đã được người khác thay đổi. Hãy tải lại trang rồi làm lại.";
            case 413 -> "Tệp hoặc nội dung gửi lên quá lớn.";
            case 422 -> "Nội dung gửi lên chưa đúng.";
            case 429 -> "Đã thử quá nhiều lần. Đồng chí vui lòng đợi ít phút.";
            default ->
                status.is5xxServerError()
                        ? "Hệ thống gặp sự cố. Đồng chí vui lòng thử lại sau ít phút."
                        : "Yêu cầu không thực hiện được.";
        };
    }
}
