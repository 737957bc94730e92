package vn.tongket.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that this node holds for the length of a transaction.
 *
 * @param attempts made before
 * @param refusedSince when it was first refused for now; null if it never was
 */
record Claimed(Mail mail, int attempts, @Nullable Instant refusedSince) {}
