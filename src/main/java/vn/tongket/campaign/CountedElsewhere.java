package vn.tongket.campaign;

import java.util.List;

/**
 * These units' figures no longer count in {@code campaign}, where they are coordinated, but in {@code counting} of the
 * same tree, where they are required and whose plan was issued now. Published in the issuing transaction.
 */
public record CountedElsewhere(String campaign, String counting, List<String> units) {

    public CountedElsewhere {
        units = List.copyOf(units);
    }
}
