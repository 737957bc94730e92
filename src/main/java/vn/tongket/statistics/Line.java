package vn.tongket.statistics;

import java.util.List;

/** One comparison that a rule asks for: the rows that it rests on, and the year. */
record Line(Rule rule, List<String> rows, int year, Operands.Check check) {}
