package vn.tongket.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A real SMTP server inside the demo, on this machine only. Where another node has its port, that one serves both. */
@Component
@Profile("demo")
class DemoMailServer {

    private static final Logger LOG = LoggerFactory.getLogger(DemoMailServer.class);

    private final GreenMail server;

    DemoMailServer(@Value("${spring.mail.port}") int port) {
        ServerSetup smtp = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(5000);
        server = new GreenMail(smtp);
        try {
            server.start();
        } catch (IllegalStateException taken) {
            LOG.warn("Port {} is taken, mail goes to the server there: {}", port, taken.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        server.stop();
    }

    /** Takes out what came in. */
    List<MimeMessage> takeAll() throws com.icegreen.greenmail.store.FolderException {
        synchronized (server) {
            List<MimeMessage> messages = List.of(server.getReceivedMessages());
            if (!messages.isEmpty()) {
                server.purgeEmailFromAllMailboxes();
            }
            return messages;
        }
    }
}
