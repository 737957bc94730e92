package vn.tongket.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What browsers are told beside each answer of our pages, files and API. Scripts come as files from here only; frames
 * too, for Tasklist shows our pages in a tab. Camunda's applications keep their own content policy.
 */
final class PageHeaders {

    // Styles inside the page: the table of figures and the mails of the demo's mailbox bring their own.
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
    private static final RequestMatcher OURS = new NegatedRequestMatcher(ClosedPaths.anyOf("/camunda/**"));

    private PageHeaders() {}

    static void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(FrameOptionsConfig::sameOrigin)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .addHeaderWriter(onOurs("Content-Security-Policy", CONTENT_POLICY))
                .addHeaderWriter(onOurs("Cross-Origin-Opener-Policy", "same-origin"));
    }

    private static HeaderWriter onOurs(String header, String value) {
        return new DelegatingRequestMatcherHeaderWriter(OURS, new StaticHeadersWriter(header, value));
    }
}
