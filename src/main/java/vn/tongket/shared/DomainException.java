package vn.tongket.shared;

import java.util.List;

/**
 * A refusal by the domain. The message is a Vietnamese sentence that is shown to the person as it is; {@code faults}
 * names each single fault where there are several.
 */
public class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it was refused; decides the HTTP status. */
    public enum Kind {
        /** The input or the moment is wrong (422). */
        REFUSED,
        /** No such thing, or not for this person to know of (404). */
        NOT_FOUND,
        /** This person may not (403). */
        FORBIDDEN,
        /** Somebody changed it meanwhile (412). */
        STALE,
        /** It exists already (409). */
        CONFLICT,
        /** What was sent cannot be read (400). */
        MALFORMED,
        /** More was sent than is ever read (413). */
        TOO_LARGE
    }

    /** One fault: where it is (a JSON path, a heading, a cell) and a sentence about it. */
    public record Fault(String path, String message) {}

    private final Kind kind;
    private final transient List<Fault> faults;

    private DomainException(Kind kind, String message, List<Fault> faults) {
        super(message);
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    public static DomainException refused(String message) {
        return new DomainException(Kind.REFUSED, message, List.of());
    }

    public static DomainException refused(String message, List<Fault> faults) {
        return new DomainException(Kind.REFUSED, message, faults);
    }

    public static DomainException notFound(String message) {
        return new DomainException(Kind.NOT_FOUND, message, List.of());
    }

    public static DomainException forbidden(String message) {
        return new DomainException(Kind.FORBIDDEN, message, List.of());
    }

    public static DomainException stale(String message) {
        return new DomainException(Kind.STALE, message, List.of());
    }

    public static DomainException conflict(String message) {
        return new DomainException(Kind.CONFLICT, message, List.of());
    }

    public static DomainException malformed(String message) {
        return new DomainException(Kind.MALFORMED, message, List.of());
    }

    public static DomainException tooLarge(String message) {
        return new DomainException(Kind.TOO_LARGE, message, List.of());
    }

    public Kind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }
}
