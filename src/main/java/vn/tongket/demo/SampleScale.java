package vn.tongket.demo;

import java.util.List;
import java.util.regex.Pattern;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Indicator;

/**
 * What size a figure usually has, read from the words of its row: the share of its whole, of the workforce or of the
 * grassroots unions. Knows words, no codes, so that any campaign's rows get a plausible size.
 */
final class SampleScale {

    private record Share(Pattern words, double share) {}

    private static final double UNKNOWN = 0.3;

    /** The first that is found in the row's name counts; without marks, in lower case. */
    private static final List<Share> SHARES = List.of(
            share("thap nhat", 0.62),
            share("cao nhat", 1.55),
            share("binh quan", 0.66),
            share("\\bchet\\b", 0.1),
            share("\\bnu\\b", 0.24),
            share("nguoi bi tai nan", 0.0025),
            share("vu tai nan", 0.9),
            share("benh nghe nghiep", 0.0012),
            share("thieu viec|cho viec", 0.02),
            share("cham dut", 0.04),
            share("tham gia bao hiem", 0.93),
            share("tinh thu nhap", 0.97),
            share("kham suc khoe", 0.85),
            share("an ca", 0.8),
            share("nhu cau", 0.18),
            share("bo tri", 0.68),
            share("thue tro", 0.32),
            share("dan toc", 0.04),
            share("luu dong", 0.33),
            share("khong xac dinh thoi han", 0.52),
            share("xac dinh thoi han", 0.36),
            share("mua vu", 0.06),
            share("cong chuc", 0.04),
            share("chua giao ket", 0.02),
            share("gian tiep", 0.28),
            share("duoi 30", 0.36),
            share("30 den 50", 0.48),
            share("tren 50", 0.16),
            share("chua tot nghiep", 0.03),
            share("trung hoc co so", 0.2),
            share("trung hoc pho thong", 0.77),
            share("ly luan chinh tri so cap", 0.05),
            share("ly luan chinh tri trung cap", 0.02),
            share("ly luan", 0.008),
            share("chua qua", 0.12),
            share("so cap", 0.16),
            share("tren dai hoc", 0.015),
            share("cao dang", 0.09),
            share("dai hoc", 0.19),
            share("trung cap", 0.42),
            share("bac 1-2", 0.28),
            share("bac 3-4", 0.38),
            share("bac 5-6", 0.18),
            share("bac 7", 0.03),
            share("khong xep bac", 0.13),
            share("ngoai ngu", 0.08),
            share("tin hoc", 0.12),
            share("ngoai nha nuoc", 0.3),
            share("von nha nuoc", 0.6),
            share("su nghiep", 0.1),
            share("xep loai", 0.95),
            share("vung manh", 0.86),
            share("khong chuyen trach", 0.06),
            share("chuyen trach", 0.002),
            share("boi duong nghiep vu", 0.04),
            share("kho khan", 0.09),
            share("trong do.*gioi thieu", 0.8),
            share("gioi thieu", 0.012),
            share("ket nap", 0.008),
            share("dang vien", 0.11),
            share("cap uy", 0.004),
            share("cong nhan truc tiep", 0.6),
            share("truc tiep", 0.72),
            share("nang cao hoc van", 0.01),
            share("nghe moi", 0.03),
            share("dao tao lai", 0.12),
            share("du thi", 0.06),
            share("\\bdat\\b", 0.87),
            share("tho gioi", 0.006),
            share("an toan, ve sinh vien", 0.03),
            share("huan luyen an toan", 0.8),
            share("doan vien", 0.88),
            share("tong so", 1),
            share("loi hon", 0.6),
            share("da ky", 0.9),
            share("doi thoai", 0.75),
            share("hoi nghi", 0.9),
            share("dinh cong|ngung viec", 0.00004),
            share("tranh chap", 0.00008));

    private SampleScale() {}

    private static Share share(String words, double share) {
        return new Share(Pattern.compile(words), share);
    }

    /** Its share of what it is a part of. */
    static double share(Indicator indicator) {
        String name = Vietnamese.fold(indicator.name());
        return SHARES.stream()
                .filter(share -> share.words().matcher(name).find())
                .mapToDouble(Share::share)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static boolean isKnown(Indicator indicator) {
        return share(indicator) != UNKNOWN;
    }

    /** Its share of {@code whole}; two rows that count the same of different things are nearly equal. */
    static double shareOf(Indicator indicator, Indicator whole) {
        boolean alike = isKnown(indicator) && share(indicator) == share(whole);
        return alike ? 0.97 : share(indicator);
    }

    /** How much of it comes with one of {@code driver}: floor space by flat, people by meeting. */
    static double perOne(Indicator indicator, Indicator driver) {
        String unit = Vietnamese.fold(indicator.unit());
        String each = Vietnamese.fold(driver.unit());
        if (unit.startsWith("m2") || unit.startsWith("m²")) {
            return 62;
        }
        if (unit.contains("trieu")) {
            return each.startsWith("nha") ? 35 : each.startsWith("luot") || each.startsWith("nguoi") ? 0.7 : 18;
        }
        return unit.startsWith("luot") || unit.startsWith("nguoi") ? 60 : 1;
    }

    /** Its size in a year when nothing bounds it, before the year's trend; {@code whole} when others are parts of it. */
    static double alone(Indicator indicator, SampleUnit unit, boolean whole) {
        String measure = Vietnamese.fold(indicator.unit());
        double known = isKnown(indicator) ? share(indicator) : 0.05;
        if (measure.startsWith("nguoi/") || measure.equals("%") || measure.equals("tuoi")) {
            return measure.equals("%") ? 75 : measure.equals("tuoi") ? 38 : 0.1;
        }
        if (measure.startsWith("nguoi") || measure.startsWith("luot")) {
            return unit.workers() * (whole && !isKnown(indicator) ? 1 : known);
        }
        if (measure.startsWith("dong")) {
            return measure.contains("suat") ? 26_000 : measure.contains("nam") ? 3_600_000 : 7_200_000;
        }
        if (measure.contains("trieu")) {
            return unit.workers() * 0.06;
        }
        if (measure.startsWith("vu") || (measure.startsWith("cuoc") && isKnown(indicator))) {
            return unit.workers() * Math.min(known, 0.002);
        }
        if (measure.startsWith("sang kien") || measure.startsWith("can")) {
            return unit.workers() * 0.012;
        }
        double each =
                measure.startsWith("cuoc") || measure.startsWith("van ban") || measure.startsWith("diem") ? 2 : 0.4;
        boolean bodies =
                measure.startsWith("to chuc") || measure.startsWith("don vi") || measure.startsWith("doanh nghiep");
        return unit.grassroots() * (bodies ? (whole ? 0.9 : isKnown(indicator) ? known : 0.8) : each);
    }
}
