package vn.tongket.notification.text;

import vn.tongket.shared.PlainText;

/** A text with its subject, as it is stored and edited: placeholders not filled in. */
public record Wording(String subject, String body) {

    public static final int MAX_SUBJECT = 200;
    public static final int MAX_BODY = 10_000;

    /** The same in composed letters, without blanks around. */
    public Wording clean() {
        return new Wording(PlainText.clean(subject), PlainText.clean(body));
    }

    /** Filled in. */
    public Words with(Facts facts) {
        return new Words(Template.of(subject).subject(facts), Template.of(body).body(facts));
    }

    /** A mail's subject and its plain text. */
    public record Words(String subject, String body) {}
}
