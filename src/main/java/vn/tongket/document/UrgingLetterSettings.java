package vn.tongket.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code tongket.urging-letter}.
 *
 * @param days working days from the letter's date to the new day that it names; never after the lock
 * @param signed on whose behalf, see {@link Signed}
 * @param signer full name of the head of department who signs by order; blank leaves room for it
 */
@ConfigurationProperties("tongket.urging-letter")
record UrgingLetterSettings(
        @DefaultValue("3") int days,
        @DefaultValue("on-behalf") Signed signed,
        @DefaultValue("") String signer) {

    /** Who signs (domain notes, 4.4). */
    enum Signed {
        /** Whoever signed the plan, {@code TM. BAN THƯỜNG VỤ}. */
        ON_BEHALF,
        /** The head of the focal department, {@code TL. BAN THƯỜNG VỤ}. */
        BY_ORDER
    }

    UrgingLetterSettings {
        if (days < 1) {
            throw new IllegalArgumentException("tongket.urging-letter.days must be at least 1");
        }
    }
}
