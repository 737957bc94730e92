package vn.tongket.bench;

/** What one operation took. */
record Measure(double seconds, long statements, long rows, long heap) {

    Measure each(int times) {
        return new Measure(seconds / times, statements / times, rows / times, heap);
    }
}
