package vn.tongket.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out which mails are still wanted, and writes them. In transactions of its own, so that a mail that cannot be
 * written takes down none of those that were handed over beside it.
 */
@Component
class MailPreparation {

    private static final Logger LOG = LoggerFactory.getLogger(MailPreparation.class);

    private final StillWanted wanted;
    private final MailWriter writer;
    private final TransactionTemplate aside;

    MailPreparation(StillWanted wanted, MailWriter writer, PlatformTransactionManager transactions) {
        this.wanted = wanted;
        this.writer = writer;
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Set<UUID> overtaken(List<Claimed> mails) {
        List<UUID> ids = mails.stream().map(claimed -> claimed.mail().id()).toList();
        return aside.execute(status -> wanted.overtaken(ids));
    }

    /** In the transaction that queued it. */
    Prepared here(Mail mail) {
        return new Prepared(new Claimed(mail, 0, null), writer.write(mail), null);
    }

    /** All in one transaction, or, where one of them is at fault, each in its own. */
    List<Prepared> write(List<Claimed> mails) {
        try {
            return aside.execute(status -> mails.stream()
                    .map(claimed -> new Prepared(claimed, writer.write(claimed.mail()), null))
                    .toList());
        } catch (RuntimeException e) {
            return oneByOne(mails);
        }
    }

    private List<Prepared> oneByOne(List<Claimed> mails) {
        List<Prepared> written = new ArrayList<>();
        for (Claimed claimed : mails) {
            try {
                MailContent content = aside.execute(status -> writer.write(claimed.mail()));
                written.add(new Prepared(claimed, content, null));
            } catch (RuntimeException e) {
                LOG.error("Mail {} could not be written", claimed.mail().id(), e);
                written.add(new Prepared(claimed, null, "không soạn được thư; người quản trị xem nhật ký hệ thống"));
            }
        }
        return written;
    }
}
