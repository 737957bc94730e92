package vn.tongket.campaign;

import java.util.List;

/**
 * These units' figures count in {@code campaign} from now on: the other one of the same tree, where they counted, was
 * withdrawn. Published in the withdrawing transaction.
 */
public record CountedAgain(String campaign, List<String> units) {

    public CountedAgain {
        units = List.copyOf(units);
    }
}
