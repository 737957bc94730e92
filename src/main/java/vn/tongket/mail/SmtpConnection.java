package vn.tongket.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A connection to the mail server, opened for the first mail, used for all that follow, opened anew when it was lost. */
final class SmtpConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

    private final JavaMailSenderImpl server;
    private @Nullable Transport open;
    private int taken;

    SmtpConnection(JavaMailSenderImpl server) {
        this.server = server;
    }

    Session session() {
        return server.getSession();
    }

    /** Hands it over; a server that closes a connection after so many mails is no trouble. */
    Answer hand(OutgoingMessage message) {
        boolean used = taken > 0;
        Answer answer = attempt(message);
        return used && answer.kind() == Answer.Kind.NO_SERVER ? attempt(message) : answer;
    }

    private Answer attempt(OutgoingMessage message) {
        Transport transport;
        try {
            transport = transport();
        } catch (MessagingException e) {
            close();
            return Answer.noServer(e);
        }
        Answer answer;
        try {
            Address[] recipients = message.getAllRecipients();
            transport.sendMessage(message, recipients);
            taken++;
            return Answer.TAKEN;
        } catch (MessagingException e) {
            answer = Answer.to(e);
        }
        if (!answer.leavesConnection() || !transport.isConnected()) {
            close();
        }
        return answer;
    }

    private Transport transport() throws MessagingException {
        if (open == null) {
            String protocol = server.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : server.getProtocol();
            Transport transport = session().getTransport(protocol);
            open = transport;
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        }
        return open;
    }

    @Override
    public void close() {
        Transport transport = open;
        open = null;
        taken = 0;
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.debug("The connection was gone already: {}", e.getMessage());
            }
        }
    }
}
