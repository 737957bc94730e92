package vn.tongket.campaign;

/** A campaign file was taken; its work begins. Published in the importing transaction. */
public record CampaignImported(String campaign, String issuer) {}
