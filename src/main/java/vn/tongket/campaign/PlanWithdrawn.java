package vn.tongket.campaign;

/** An issued plan was taken back: nothing is owed under it any more. Published in the deciding transaction. */
public record PlanWithdrawn(String campaign, String reason) {}
