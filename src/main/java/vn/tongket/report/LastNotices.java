package vn.tongket.report;

import java.util.Map;
import java.util.UUID;

/** Tells of each unit what it was last told; whoever sends notices knows. */
public interface LastNotices {

    /** By the units' codes; units that were told nothing yet are not in it. */
    Map<String, LastNotice> ofUnits(UUID campaign);
}
