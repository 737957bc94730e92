package vn.tongket.report;

/**
 * How far a report is: required headings without fault, cells of required rows that hold something, list forms without
 * fault, each of how many, and how many faults keep it from being signed.
 */
public record Completeness(
        int sectionsDone, int sections, int cellsFilled, int cells, int listsDone, int lists, int faults) {}
