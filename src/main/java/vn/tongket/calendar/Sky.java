package vn.tongket.calendar;

import java.time.LocalDate;

/**
 * The two motions that the lunar calendar rests on, for the years 2005 to 2050: instants of new moons to about half a
 * minute, the sun's apparent longitude to 0.01 degrees (Jean Meeus, Astronomical Algorithms, 2nd edition, chapters 25
 * and 49). Days are days at UTC+7, by which the calendar of Vietnam is reckoned (Decision 121/CP of 1967).
 */
final class Sky {

    /** Mean months in a year. */
    private static final double MONTHS_A_YEAR = 12.3685;

    private static final double HOURS_AHEAD = 7;
    /** Julian date of 01/01/1970 at midnight, UT. */
    private static final double EPOCH = 2440587.5;

    private static final double YEAR_2000 = 2451545.0;
    private static final double DAYS_A_CENTURY = 36525;
    private static final double SECONDS_A_DAY = 86400;

    /**
     * Periodic terms of a new moon: days; multiples of the sun's anomaly, the moon's anomaly and the moon's argument of
     * latitude. A term is smaller by the eccentricity once for each multiple of the sun's anomaly.
     */
    private static final double[][] TERMS = {
        {-0.40720, 0, 1, 0}, {0.17241, 1, 0, 0}, {0.01608, 0, 2, 0}, {0.01039, 0, 0, 2}, {0.00739, -1, 1, 0},
        {-0.00514, 1, 1, 0}, {0.00208, 2, 0, 0}, {-0.00111, 0, 1, -2}, {-0.00057, 0, 1, 2}, {0.00056, 1, 2, 0},
        {-0.00042, 0, 3, 0}, {0.00042, 1, 0, 2}, {0.00038, 1, 0, -2}, {-0.00024, -1, 2, 0}, {-0.00007, 2, 1, 0},
        {0.00004, 0, 2, -2}, {0.00004, 3, 0, 0}, {0.00003, 1, 1, -2}, {0.00003, 0, 2, 2}, {-0.00003, 1, 1, 2},
        {0.00003, -1, 1, 2}, {-0.00002, -1, 1, -2}, {-0.00002, 1, 3, 0}, {0.00002, 0, 4, 0}
    };

    /** Terms by the planets: days, degrees at month 0, degrees a month. */
    private static final double[][] PLANETS = {
        {0.000325, 299.77, 0.107408}, {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886},
        {0.000126, 349.42, 36.412478}, {0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771},
        {0.000060, 207.14, 2.453732}, {0.000056, 154.84, 7.306860}, {0.000047, 34.52, 27.261239},
        {0.000042, 207.19, 0.121824}, {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
        {0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518}
    };

    private Sky() {}

    /** The number of a new moon shortly before that year begins; numbers count on from January 2000. */
    static int newMoonBefore(int year) {
        return (int) Math.floor((year - 2000) * MONTHS_A_YEAR) - 1;
    }

    /** The day on which the new moon of that number falls. */
    static LocalDate dayOfNewMoon(int number) {
        double universal = newMoon(number) - clockCorrection(2000 + number / MONTHS_A_YEAR);
        return LocalDate.ofEpochDay((long) Math.floor(universal - EPOCH + HOURS_AHEAD / 24));
    }

    /** Degrees from 0 up to 360 at which the sun stands when that day begins. */
    static double sunAtStartOf(LocalDate day) {
        double universal = day.toEpochDay() + EPOCH - HOURS_AHEAD / 24;
        double t = (universal + clockCorrection(day.getYear()) - YEAR_2000) / DAYS_A_CENTURY;
        double anomaly = 357.52911 + t * (35999.05029 - t * 0.0001537);
        double centre = (1.914602 - t * (0.004817 + t * 0.000014)) * sin(anomaly)
                + (0.019993 - t * 0.000101) * sin(2 * anomaly)
                + 0.000289 * sin(3 * anomaly);
        double mean = 280.46646 + t * (36000.76983 + t * 0.0003032);
        double apparent = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
        return apparent - 360 * Math.floor(apparent / 360);
    }

    /** Julian date, in the even time of the planets. */
    private static double newMoon(int k) {
        double t = k / (MONTHS_A_YEAR * 100);
        double mean = 2451550.09766 + 29.530588861 * k + t * t * (0.00015437 - t * 0.000000150);
        double eccentricity = 1 - t * (0.002516 + t * 0.0000074);
        double sun = 2.5534 + 29.10535670 * k - t * t * 0.0000014;
        double moon = 201.5643 + 385.81693528 * k + t * t * (0.0107582 + t * 0.00001238);
        double latitude = 160.7108 + 390.67050284 * k - t * t * (0.0016118 + t * 0.00000227);
        double node = 124.7746 - 1.56375588 * k + t * t * 0.0020672;

        double days = mean - 0.00017 * sin(node);
        for (double[] term : TERMS) {
            days += term[0]
                    * Math.pow(eccentricity, Math.abs(term[1]))
                    * sin(term[1] * sun + term[2] * moon + term[3] * latitude);
        }
        for (double[] planet : PLANETS) {
            days += planet[0] * sin(planet[1] + planet[2] * k);
        }
        return days;
    }

    /** Days by which even time is ahead of the clocks (Espenak and Meeus, for 2005 to 2050). */
    private static double clockCorrection(double year) {
        double t = year - 2000;
        return (62.92 + t * (0.32217 + t * 0.005589)) / SECONDS_A_DAY;
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
