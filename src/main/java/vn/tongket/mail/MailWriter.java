package vn.tongket.mail;

/** Whoever queues mails writes their words, at the moment of the hand-over. */
public interface MailWriter {

    MailContent write(Mail mail);
}
