package vn.tongket.campaign;

/** No report is taken any more. Published in the deciding transaction. */
public record CampaignLocked(String campaign) {}
