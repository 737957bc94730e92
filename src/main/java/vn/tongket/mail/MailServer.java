package vn.tongket.mail;

/** A mail server that takes the place of the configured one: the demo's own, on the port that it found free. */
public interface MailServer {

    String host();

    int port();
}
