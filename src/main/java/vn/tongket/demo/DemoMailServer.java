package vn.tongket.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.tongket.mail.MailServer;

/**
 * A real SMTP server inside each node of the demo, on this machine only. A mail is in the database before the server
 * says that it was taken: a node that dies takes none with it. Each node takes any free port, so that two on one machine
 * do not depend on each other. Without it ({@code tongket.demo.mail-server=false}) mail goes to the configured server.
 */
@Component
@Profile("demo")
@ConditionalOnBooleanProperty(name = "tongket.demo.mail-server", matchIfMissing = true)
class DemoMailServer implements MailServer {

    private static final String THIS_MACHINE = "127.0.0.1";
    private static final int ANY_PORT = 0;

    private final DemoMailbox mailbox;
    private final GreenMail server;

    DemoMailServer(DemoMailbox mailbox) {
        this.mailbox = mailbox;
        this.server = started();
        server.getUserManager().setMessageDeliveryHandler(this::addressee);
    }

    private static GreenMail started() {
        ServerSetup smtp = new ServerSetup(ANY_PORT, THIS_MACHINE, ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(5000);
        GreenMail server = new GreenMail(smtp);
        server.start();
        return server;
    }

    private GreenMailUser addressee(MovingMessage message, MailAddress address) {
        String name = address.getEmail();
        return new UserImpl(name, name, name, server.getManagers().getImapHostManager()) {
            @Override
            public void deliver(MovingMessage mail) {
                mailbox.store(mail.getMessage());
            }
        };
    }

    @Override
    public String host() {
        return THIS_MACHINE;
    }

    @Override
    public int port() {
        return server.getSmtp().getPort();
    }

    @PreDestroy
    void stop() {
        server.stop();
    }
}
