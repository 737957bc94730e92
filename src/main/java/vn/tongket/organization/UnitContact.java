package vn.tongket.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One e-mail address of a union. */
@Embeddable
public record UnitContact(
        @Enumerated(EnumType.STRING) @Column(nullable = false)
        ContactRole role,

        @Column(nullable = false) String email) {}
