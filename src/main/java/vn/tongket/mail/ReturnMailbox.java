package vn.tongket.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** The mailbox to which undeliverable mail comes back. What was read leaves its inbox, so that it is read once. */
@Component
class ReturnMailbox {

    /** What one of its messages turned out to be. */
    enum Found {
        /** About one of our mails. */
        REPORT("Thư bị trả lại"),
        /** Anything else: for a person to look at. */
        UNKNOWN("Chưa rõ");

        private final String folder;

        Found(String folder) {
            this.folder = folder;
        }
    }

    /** Looks at one message; may be asked about the same one again. */
    interface Reader {
        Found read(MimeMessage message);
    }

    private static final int MOST_AT_A_TIME = 200;
    private static final int LARGEST = 1 << 20;
    private static final String TIMEOUT_MILLIS = "30000";

    private final ReturnsSettings settings;

    ReturnMailbox(ReturnsSettings settings) {
        this.settings = settings;
    }

    /** Reads what is there, up to 200 messages; answers how many. */
    int read(Reader reader) throws MessagingException {
        Session session = Session.getInstance(properties());
        try (Store store = session.getStore(settings.tls() ? "imaps" : "imap")) {
            store.connect(settings.host(), settings.port(), settings.username(), settings.password());
            try (Folder inbox = store.getFolder(settings.folder())) {
                inbox.open(Folder.READ_WRITE);
                int count = Math.min(inbox.getMessageCount(), MOST_AT_A_TIME);
                Message[] messages = count == 0 ? new Message[0] : inbox.getMessages(1, count);
                FetchProfile sizes = new FetchProfile();
                sizes.add(FetchProfile.Item.SIZE);
                inbox.fetch(messages, sizes);
                for (Message message : messages) {
                    move(inbox, message, look(reader, (MimeMessage) message));
                }
                inbox.expunge();
                return count;
            }
        }
    }

    private static Found look(Reader reader, MimeMessage message) throws MessagingException {
        // A copy, in one piece: a message of many parts would else be asked for part by part.
        return message.getSize() > LARGEST ? Found.UNKNOWN : reader.read(new MimeMessage(message));
    }

    private static void move(Folder inbox, Message message, Found found) throws MessagingException {
        Folder target = inbox.getStore().getFolder(found.folder);
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        inbox.copyMessages(new Message[] {message}, target);
        message.setFlag(Flags.Flag.DELETED, true);
    }

    private Properties properties() {
        Properties properties = new Properties();
        for (String protocol : new String[] {"imap", "imaps"}) {
            properties.put("mail." + protocol + ".connectiontimeout", TIMEOUT_MILLIS);
            properties.put("mail." + protocol + ".timeout", TIMEOUT_MILLIS);
            properties.put("mail." + protocol + ".writetimeout", TIMEOUT_MILLIS);
            properties.put("mail." + protocol + ".starttls.enable", "true");
            properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        return properties;
    }
}
