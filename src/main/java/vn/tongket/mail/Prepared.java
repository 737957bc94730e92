package vn.tongket.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail with its words.
 *
 * @param content null when it could not be written
 * @param fault why not
 */
record Prepared(
        Claimed claimed,
        @Nullable MailContent content,
        @Nullable String fault) {}
