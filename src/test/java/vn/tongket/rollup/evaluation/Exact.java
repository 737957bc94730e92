package vn.tongket.rollup.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A quotient of two whole numbers in lowest terms, the lower one positive. */
record Exact(BigInteger above, BigInteger below) implements Comparable<Exact> {

    static final Exact ZERO = of(0);
    static final Exact ONE = of(1);

    Exact {
        if (below.signum() == 0) {
            throw new ArithmeticException(above + "/0");
        }
        BigInteger common = above.gcd(below).multiply(BigInteger.valueOf(below.signum()));
        above = above.divide(common);
        below = below.divide(common);
    }

    static Exact of(long whole) {
        return new Exact(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /** {@code "-12.50"}. */
    static Exact of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    static Exact of(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new Exact(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Exact(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    Exact plus(Exact other) {
        return new Exact(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
    }

    Exact times(Exact other) {
        return new Exact(above.multiply(other.above), below.multiply(other.below));
    }

    Exact over(Exact other) {
        return new Exact(above.multiply(other.below), below.multiply(other.above));
    }

    boolean isZero() {
        return above.signum() == 0;
    }

    /** With so many digits after the point, a half away from zero, as reports hold it: {@code "12.5"}, {@code "0"}. */
    String rounded(int digits) {
        BigInteger doubled = above.abs().multiply(BigInteger.TEN.pow(digits)).shiftLeft(1);
        BigInteger units = doubled.add(below).divide(below.shiftLeft(1));
        BigDecimal decimal = new BigDecimal(above.signum() < 0 ? units.negate() : units, digits);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Exact other) {
        return above.multiply(other.below).compareTo(other.above.multiply(below));
    }

    @Override
    public String toString() {
        return below.equals(BigInteger.ONE) ? above.toString() : above + "/" + below;
    }
}
