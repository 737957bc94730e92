package vn.tongket.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** When an issued plan was taken back, and why. */
@Embeddable
public record Withdrawal(
        @Column(name = "withdrawn_at") Instant at,
        @Column(name = "withdrawal_reason") String reason) {}
