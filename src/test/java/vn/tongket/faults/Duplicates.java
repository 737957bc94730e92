package vn.tongket.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mails that the server has more than once, each explained by what happened to one of its copies: nobody heard the
 * answer, or the node that handed it over died, or lost the database, before it could note the chunk. One such blow
 * explains a chunk and no more.
 */
final class Duplicates {

    /** Two copies of a mail, one after the other. */
    record Again(Copy earlier, Copy later) {}

    private final class Blow {

        private final Strike strike;
        private final List<Again> repeated = new ArrayList<>();

        Blow(Strike strike) {
            this.strike = strike;
        }

        /** A cut frees what its node still hands over: the copy of the other node may come before its own. */
        boolean couldRepeat(Again again) {
            return couldForget(again.earlier()) || strike.kind() == FaultKind.CUT && couldForget(again.later());
        }

        /** A node that lost the database goes on handing over until it wants to note the chunk; a dead one does not. */
        private boolean couldForget(Copy copy) {
            int earliest = strike.handedOver() - chunk + 1;
            int latest = strike.handedOver() + (strike.kind() == FaultKind.CUT ? chunk : 1);
            return strike.node().equals(copy.node()) && copy.number() >= earliest && copy.number() <= latest;
        }

        /** At once, or in the place of one that another blow explains. */
        boolean hasRoom(Set<Blow> asked) {
            return repeated.size() < chunk
                    || repeated.stream()
                            .filter(other -> isExplained(other, asked))
                            .findFirst()
                            .map(repeated::remove)
                            .orElse(false);
        }
    }

    private final int chunk;
    private final List<Blow> blows;
    private final List<Again> unexplained = new ArrayList<>();
    private int all;
    private int unheard;

    Duplicates(List<Copy> copies, List<Strike> strikes, int chunk) {
        this.chunk = chunk;
        this.blows = strikes.stream().map(Blow::new).toList();
        Map<String, Copy> before = new HashMap<>();
        for (Copy copy : copies) {
            Copy earlier = before.put(copy.messageId(), copy);
            if (earlier != null) {
                explain(new Again(earlier, copy));
            }
        }
    }

    private void explain(Again again) {
        all++;
        if (!again.earlier().heard()) {
            unheard++;
        } else if (!isExplained(again, new HashSet<>())) {
            unexplained.add(again);
        }
    }

    /** Whether a blow takes it, if need be by passing on what it explained before: a matching, grown path by path. */
    private boolean isExplained(Again again, Set<Blow> asked) {
        return blows.stream()
                .filter(blow -> blow.couldRepeat(again) && asked.add(blow) && blow.hasRoom(asked))
                .findFirst()
                .map(blow -> blow.repeated.add(again))
                .orElse(false);
    }

    int all() {
        return all;
    }

    /** The answer to the copy before was lost with its connection. */
    int unheard() {
        return unheard;
    }

    List<Again> unexplained() {
        return unexplained;
    }

    /** Of one blow; never more than a chunk, what is beyond is unexplained. */
    int mostAfterOne() {
        return blows.stream().mapToInt(blow -> blow.repeated.size()).max().orElse(0);
    }
}
