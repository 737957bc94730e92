package vn.tongket.report;

import java.time.LocalDate;

/**
 * The head of the focal department lets a unit send after the lock.
 *
 * @param until the day until whose end it may send
 * @param reopened whether it was closed until now; else only its day was moved
 */
public record LateAcceptanceGranted(String campaign, String unit, LocalDate until, String reason, boolean reopened) {}
