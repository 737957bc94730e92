package vn.tongket.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mails that the server has more than once, each explained by what happened after the copy before: nobody heard the
 * answer, or the node that handed it over died, or lost the database, before it could note the chunk.
 */
final class Duplicates {

    private final int chunk;
    private final IdentityHashMap<Strike, Integer> repeatedAfter = new IdentityHashMap<>();
    private int all;
    private int unheard;
    private final List<Copy> unexplained = new ArrayList<>();

    Duplicates(List<Copy> copies, List<Strike> strikes, int chunk) {
        this.chunk = chunk;
        Map<String, Copy> before = new HashMap<>();
        for (Copy copy : copies) {
            Copy earlier = before.put(copy.messageId(), copy);
            if (earlier != null) {
                all++;
                explain(earlier, strikes);
            }
        }
    }

    private void explain(Copy copy, List<Strike> strikes) {
        if (!copy.heard()) {
            unheard++;
            return;
        }
        strikes.stream()
                .filter(strike -> strike.node().equals(copy.node()) && couldForget(strike, copy))
                .min((one, other) -> Integer.compare(load(one), load(other)))
                .ifPresentOrElse(strike -> repeatedAfter.merge(strike, 1, Integer::sum), () -> unexplained.add(copy));
    }

    private int load(Strike strike) {
        return repeatedAfter.getOrDefault(strike, 0);
    }

    /** A node that lost the database goes on handing over until it wants to note the chunk; a dead one does not. */
    private boolean couldForget(Strike strike, Copy copy) {
        int earliest = strike.handedOver() - chunk + 1;
        int latest = strike.handedOver() + (strike.kind() == FaultKind.CUT ? chunk : 1);
        return copy.number() >= earliest && copy.number() <= latest;
    }

    int all() {
        return all;
    }

    /** The answer to the copy before was lost with its connection. */
    int unheard() {
        return unheard;
    }

    List<Copy> unexplained() {
        return unexplained;
    }

    /** Of one fault. */
    int mostAfterOne() {
        return repeatedAfter.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
