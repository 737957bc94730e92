package vn.tongket.workbook;

/**
 * Text in a Word file that stands under no heading of the outline; a person puts it under one, or drops it.
 *
 * @param where it stands in the file, in words
 */
public record Loose(String where, String text) {}
