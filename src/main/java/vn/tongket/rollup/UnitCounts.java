package vn.tongket.rollup;

/** For each cell in order: how many units it is expected of, how many gave a number, said {@code ...} and {@code x}. */
record UnitCounts(Integer[] expected, Integer[] reporting, Integer[] noData, Integer[] notApplicable) {

    /** Counts nobody: the issuer's own office. */
    static UnitCounts nobody(int cells) {
        return new UnitCounts(zeros(cells), zeros(cells), zeros(cells), zeros(cells));
    }

    private static Integer[] zeros(int cells) {
        Integer[] zeros = new Integer[cells];
        java.util.Arrays.fill(zeros, 0);
        return zeros;
    }
}
