package vn.tongket.extension;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Units of the campaign have a later deadline of their own: one event for a decision, however many it moved, and the
 * rows say so already. Published in the deciding transaction. A later deadline for all is a
 * {@link vn.tongket.campaign.DeadlineMoved} instead.
 *
 * @param request whose units stand in {@code extension_unit}
 */
public record ExtensionGranted(String campaign, UUID request, LocalDate day) {}
