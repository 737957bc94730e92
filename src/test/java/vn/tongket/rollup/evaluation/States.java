package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import vn.tongket.rollup.evaluation.Level.Seat;

/** In what state campaign and reports may be so that just those figures count. */
final class States {

    /**
     * @param versions how many were sent
     * @param counts which of them counts; 0: none
     * @param counted what the lock fixed; null before it and for a report that does not count
     */
    record Sent(String state, int versions, int counts, Integer counted) {

        /** The same while the unit still writes. */
        Sent unsent() {
            return new Sent("DRAFTING", versions, counts, null);
        }
    }

    private final Dice dice;
    private final String campaign;

    private States(Dice dice, String campaign) {
        this.dice = dice;
        this.campaign = campaign;
    }

    /** {@code done}: its roll-up went upward, so it is locked. */
    static States of(Level level, boolean done) {
        Dice dice = Dice.of(level.code().hashCode());
        return new States(
                dice,
                done || dice.chance(60)
                        ? dice.one("LOCKED", "CONSOLIDATING", "REPORTED", "ARCHIVED")
                        : dice.one("ISSUED", "COLLECTING"));
    }

    String campaign() {
        return campaign;
    }

    boolean isLocked() {
        return !campaign.equals("ISSUED") && !campaign.equals("COLLECTING");
    }

    /** An office entry that was begun, or opened again, and counts for nothing. */
    boolean hasOpenOffice() {
        return !isLocked() && dice.chance(20);
    }

    Sent of(Seat seat) {
        if (seat.exempt()) {
            return none("EXEMPT");
        }
        if (seat.figures() == null) {
            return isLocked()
                    ? none(dice.one("NOT_SUBMITTED", "NOT_SUBMITTED", "DRAFTING", "RETURNED", "UNDER_REVIEW"))
                    : none(dice.one("NOT_STARTED", "DRAFTING", "INTERNAL_REVIEW", "RETURNED"));
        }
        return isLocked()
                ? counted(dice.one("ACCEPTED", "CONSOLIDATED"))
                : last(dice.one("UNDER_REVIEW", "UNDER_REVIEW", "ACCEPTED"));
    }

    Sent ofOffice(JsonNode figures) {
        if (figures == null) {
            return none("DRAFTING");
        }
        return isLocked() ? counted(dice.one("ACCEPTED", "CONSOLIDATED")) : last("ACCEPTED");
    }

    private Sent none(String state) {
        boolean sent = state.equals("RETURNED") || state.equals("UNDER_REVIEW") || dice.chance(30);
        return new Sent(state, sent && !state.equals("NOT_STARTED") ? dice.between(1, 2) : 0, 0, null);
    }

    private Sent counted(String state) {
        int counts = dice.between(1, 2);
        return new Sent(state, counts, counts, counts);
    }

    private Sent last(String state) {
        int versions = dice.between(1, 2);
        return new Sent(state, versions, versions, null);
    }
}
