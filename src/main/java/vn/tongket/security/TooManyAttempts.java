package vn.tongket.security;

import org.springframework.security.core.AuthenticationException;

/** So many wrong passwords that the person has to wait, right password or not. */
class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyAttempts() {
        super("Đã nhập sai quá nhiều lần. Đồng chí vui lòng đợi ít phút rồi đăng nhập lại.");
    }
}
