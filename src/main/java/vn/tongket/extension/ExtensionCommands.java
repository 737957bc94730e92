package vn.tongket.extension;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What people ask for, propose and decide, as it comes from their forms. */
public final class ExtensionCommands {

    private ExtensionCommands() {}

    /** A unit asks: until which day, why, and by which letter ("15/CV-CĐSĐ") its chair agrees. */
    public record Ask(@Nullable LocalDate day, String reason, String letterNumber) {}

    /** The focal department asks for many. */
    public record AskForMany(
            @Nullable Target target, @Nullable LocalDate day, String reason) {}

    /** The focal department is for it, until that day, or against it. */
    public record Propose(
            boolean favoured,
            @Nullable LocalDate day,
            @Nullable String note) {}

    /** The standing body grants it until that day, or refuses it with a reason. */
    public record Decide(
            boolean granted,
            @Nullable LocalDate day,
            @Nullable String words) {}
}
