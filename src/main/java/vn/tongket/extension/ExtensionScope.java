package vn.tongket.extension;

/** For whom more time is asked. */
public enum ExtensionScope {
    /** One unit, which asks for itself. */
    UNIT,
    /** The units of a category that still owe their report. */
    CATEGORY,
    /** The units with that seat, the province, that still owe their report. */
    SEAT,
    /** Everybody: the common deadline. */
    ALL
}
