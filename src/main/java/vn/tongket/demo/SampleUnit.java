package vn.tongket.demo;

import java.util.Objects;
import java.util.SplittableRandom;

/** The union that a sample is made for, and the chance that is always the same for it. */
record SampleUnit(String code, int workers, int grassroots) {

    /** A number from {@code low} to {@code high} that depends on this unit and the key alone. */
    double between(double low, double high, Object... key) {
        return low + (high - low) * new SplittableRandom(31L * code.hashCode() + Objects.hash(key)).nextDouble();
    }
}
