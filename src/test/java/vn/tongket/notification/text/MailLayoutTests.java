package vn.tongket.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tongket.notification.text.MailLayout.Part;
import vn.tongket.notification.text.MailLayout.Rendered;

class MailLayoutTests {

    private static final String HOSTILE = "<script>alert(1)</script> & \"Sông Đà\"";

    private final MailLayout layout = new MailLayout();

    @Test
    void putsParagraphsItemsAndTheLinkIntoBothForms() {
        Rendered mail = layout.render(
                "Công đoàn Xây dựng Việt Nam",
                "Nhắc hạn",
                List.of(new Part(null, "Kính gửi: Sông Đà.\n\n- Mục một\n- Mục hai", "http://localhost/go/A/B", "Mở")));

        assertThat(mail.text())
                .isEqualTo("Kính gửi: Sông Đà.\n\n- Mục một\n- Mục hai\n\nMở: http://localhost/go/A/B\n");
        assertThat(mail.html())
                .contains(">Kính gửi: Sông Đà.</p>", ">• Mục một</p>", ">• Mục hai</p>")
                .contains("href=\"http://localhost/go/A/B\"", ">Nhắc hạn</h1>", ">Công đoàn Xây dựng Việt Nam</p>")
                .doesNotContain("<h2");
    }

    @Test
    void showsMarkupInNamesAndTextsAsItIsTyped() {
        Rendered mail = layout.render(HOSTILE, HOSTILE, List.of(new Part(HOSTILE, HOSTILE, null, "")));

        assertThat(mail.html())
                .doesNotContain("<script")
                .contains(
                        ">&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Sông Đà&quot;</p>",
                        "&quot;Sông Đà&quot;</h1>",
                        "&quot;Sông Đà&quot;</h2>");
        assertThat(mail.text()).isEqualTo(HOSTILE + "\n\n" + HOSTILE + "\n");
    }

    /** Thymeleaf's own signs are words like others. */
    @Test
    void evaluatesNothing() {
        String expressions = "${7*7} [[${7*7}]] [(${7*7})] __${7*7}__ @{/x} #{x}";

        Rendered mail = layout.render("A", expressions, List.of(new Part(expressions, expressions, null, "")));

        assertThat(mail.html()).doesNotContain("49").contains(">" + expressions + "</p>");
    }

    @Test
    void partsSeveralNoticesByTheirHeadings() {
        Rendered mail = layout.render(
                "A",
                "2 thông báo",
                List.of(new Part("Đơn vị một", "Một.", null, ""), new Part("Đơn vị hai", "Hai.", "http://x/2", "Mở")));

        assertThat(mail.text())
                .isEqualTo("Đơn vị một\n\nMột.\n\n" + "-".repeat(40) + "\n\nĐơn vị hai\n\nHai.\n\nMở: http://x/2\n");
        assertThat(mail.html()).containsSubsequence(">Đơn vị một</h2>", ">Một.</p>", ">Đơn vị hai</h2>", ">Hai.</p>");
    }
}
