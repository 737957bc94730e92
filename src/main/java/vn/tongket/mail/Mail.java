package vn.tongket.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * One message to one address. Its id follows from campaign, address and bundle, so that what is decided twice is one
 * mail.
 *
 * @param bundle what travels together: all notices with this bundle for this address
 */
public record Mail(UUID id, UUID campaign, String address, String bundle) {

    public static Mail of(UUID campaign, String address, String bundle) {
        String key = String.join("|", campaign.toString(), address.toLowerCase(Locale.ROOT), bundle);
        return new Mail(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), campaign, address, bundle);
    }

    /** The Message-ID; the same at each hand-over. */
    public String messageId() {
        return "<" + id + "@tongket>";
    }
}
