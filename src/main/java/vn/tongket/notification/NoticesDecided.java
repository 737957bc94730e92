package vn.tongket.notification;

import java.time.LocalDate;

/** The notices of a campaign's day were written; published in the same transaction, for what goes with them. */
public record NoticesDecided(String campaign, LocalDate day) {}
