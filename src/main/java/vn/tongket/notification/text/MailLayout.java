package vn.tongket.notification.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/** Puts words into a mail: HTML in our layout, and the same as plain text. Everything in them is text, never markup. */
@Component
public class MailLayout {

    /**
     * One notice's part of a mail.
     *
     * @param heading null where the mail's subject is heading enough
     * @param body plain text as {@link PlainText} reads it
     * @param link null leaves the button out
     */
    public record Part(
            @Nullable String heading, String body, @Nullable String link, String linkLabel) {

        /** For the template: paragraphs and list items. */
        public List<String> blocks() {
            return PlainText.blocks(body);
        }
    }

    /** A mail's words in both forms. */
    public record Rendered(String subject, String text, String html) {}

    private static final String RULE = "-".repeat(40);

    private final SpringTemplateEngine engine = engine();

    /** One mail of these parts, one after the other. */
    public Rendered render(String sender, String subject, List<Part> parts) {
        Context context = new Context(Vietnamese.LOCALE);
        context.setVariable("issuerName", sender);
        context.setVariable("subject", subject);
        context.setVariable("parts", parts);
        return new Rendered(subject, text(parts), engine.process("layout", context));
    }

    private static String text(List<Part> parts) {
        return String.join(
                        "\n\n" + RULE + "\n\n",
                        parts.stream().map(MailLayout::text).toList()) + "\n";
    }

    private static String text(Part part) {
        String heading = part.heading() == null ? "" : part.heading() + "\n\n";
        String link = part.link() == null ? "" : "\n\n" + part.linkLabel() + ": " + part.link();
        return heading + part.body() + link;
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
