package vn.tongket.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The campaign file that the product ships, and variants of it. */
public final class Shipped {

    private Shipped() {}

    public static String campaign() {
        try {
            return new ClassPathResource("demo/campaign-20-NQ-TW.json").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same campaign under another code, every date of 2017 in 2018. */
    public static String campaignOneYearLater(String code) {
        return campaign().replace("\"TK-20NQTW-2017\"", "\"" + code + "\"").replace("\"2017-", "\"2018-");
    }
}
