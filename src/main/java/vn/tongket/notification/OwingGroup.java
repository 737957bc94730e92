package vn.tongket.notification;

import java.time.LocalDate;

/**
 * Units that the tables of notices cannot tell apart, whatever they are writing at the moment.
 *
 * @param owedBy until when they owe their reports, or would if they took them back
 * @param category code of the kind of union
 * @param returns how often their reports were returned
 */
record OwingGroup(LocalDate owedBy, String category, int returns) {}
