package vn.tongket.cascade;

import java.util.UUID;

/**
 * A campaign below its superior's has its numbered report: what it gathered belongs into the issuer's own report in the
 * superior's campaign. Published in the transaction that records the step, once for a campaign.
 *
 * @param campaign the one below, by its code
 * @param superior the superior's campaign, by its code
 * @param unit the issuer, as a unit of the superior's campaign
 * @param parentReport its report there, whatever state it is in
 */
public record ReportedUpward(String campaign, String superior, String unit, UUID parentReport) {}
