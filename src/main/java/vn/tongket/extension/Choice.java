package vn.tongket.extension;

/** A value that many units can be chosen by, and how many of them still owe their report. */
public record Choice(String value, String label, int owing) {}
