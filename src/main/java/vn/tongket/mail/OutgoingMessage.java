package vn.tongket.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that keeps the Message-ID it was given, and comes back to the return address when it cannot be delivered. */
final class OutgoingMessage extends SMTPMessage {

    private final String id;

    OutgoingMessage(Session session, String id, String returnAddress) {
        super(session);
        this.id = id;
        setEnvelopeFrom(returnAddress);
        // Both only where the server knows them (RFC 3461).
        setNotifyOptions(NOTIFY_FAILURE);
        setReturnOption(RETURN_HDRS);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
