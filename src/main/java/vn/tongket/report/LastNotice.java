package vn.tongket.report;

import java.time.LocalDate;

/**
 * The last thing that a unit was to be told, and what became of it, in words.
 *
 * @param unreachable it reached nobody, and will not
 */
public record LastNotice(String what, LocalDate day, String fate, boolean unreachable) {}
