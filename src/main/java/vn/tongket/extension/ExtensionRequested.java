package vn.tongket.extension;

import org.jspecify.annotations.Nullable;

/**
 * More time was asked for. Published in the asking transaction.
 *
 * @param unit who asked; null when the focal department asked for many
 */
public record ExtensionRequested(String campaign, @Nullable String unit) {}
