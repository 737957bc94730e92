package vn.tongket.operation;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an administrator what to set instead of a stack trace. Named in {@code META-INF/spring.factories}. */
class UnfitSettingsAnalyzer extends AbstractFailureAnalyzer<UnfitSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnfitSettings cause) {
        return new FailureAnalysis(
                "Thiếu hoặc sai cấu hình, hệ thống không khởi động:\n\n" + cause.getMessage(),
                "Đặt các biến môi trường nói trên rồi khởi động lại; xem mục Production trong README.",
                cause);
    }
}
