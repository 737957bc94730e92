package vn.tongket.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.tongket.cost.SizedCampaign;
import vn.tongket.support.SmallTree;
import vn.tongket.support.SmallTree.Union;

/**
 * A sector union with so many upper unions below it, and under those so many grassroots unions in all: few under the
 * first, many under the last. Of 20,000 under 300 the first has 20, the last 150.
 */
record UnionTree(int upper, int grassroots) {

    static final SizedCampaign TOP = new SizedCampaign("CAY", 0);

    private static final int UNITS_OF_A_FILE = 500;
    private static final int LEAST_ON_AVERAGE = 5;

    UnionTree {
        if (grassroots < upper * LEAST_ON_AVERAGE) {
            throw new IllegalArgumentException("Each upper union needs a few below it: at least "
                    + upper * LEAST_ON_AVERAGE + " grassroots unions for " + upper);
        }
    }

    /** The campaigns of the upper unions; their codes end in a letter, so that no two unions make one group's name. */
    List<SizedCampaign> below() {
        return IntStream.rangeClosed(1, upper)
                .mapToObj(i -> new SizedCampaign(TOP.unit(i) + "T", upTo(i) - upTo(i - 1)))
                .toList();
    }

    /** How many grassroots unions the first {@code i} upper ones have: a sum that cannot miss the whole. */
    private int upTo(int i) {
        double part = (double) i / upper;
        return (int) Math.round(grassroots * (0.3 * part + 0.7 * Math.pow(part, 2.8)));
    }

    /** The organisation in files of some hundred unions each: one file is one transaction. */
    List<byte[]> files() {
        List<byte[]> files = new ArrayList<>();
        List<Union> next = new ArrayList<>();
        next.add(new Union(TOP.issuer(), "CDNTW", "TLD", null, "consolidator"));
        below().forEach(campaign -> next.add(union(campaign.issuer(), "CDTCT", TOP.issuer())));
        files.add(file(next));
        for (SizedCampaign campaign : below()) {
            for (int i = 1; i <= campaign.units(); i++) {
                next.add(union(campaign.unit(i), "CDCS", campaign.issuer()));
            }
            if (next.size() >= UNITS_OF_A_FILE) {
                files.add(file(next));
            }
        }
        if (!next.isEmpty()) {
            files.add(file(next));
        }
        return files;
    }

    private static Union union(String code, String category, String parent) {
        return new Union(code, category, parent, null, "required");
    }

    private static byte[] file(List<Union> unions) {
        byte[] file = SmallTree.of(unions.toArray(Union[]::new)).getBytes(StandardCharsets.UTF_8);
        unions.clear();
        return file;
    }
}
