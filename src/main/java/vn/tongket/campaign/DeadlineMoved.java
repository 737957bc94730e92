package vn.tongket.campaign;

import java.time.LocalDate;

/** The last acceptable day of a whole campaign was moved. Published in the deciding transaction. */
public record DeadlineMoved(String campaign, LocalDate from, LocalDate to) {}
