package vn.tongket.statistics;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.tongket.statistics.FigureForm.Respondent;

/** A union and what it typed, with or without the totals of a locked campaign of its own. */
record RandomReport(int definition, FigureSheet sheet, Respondent respondent, RollUp ownCampaign) {

    private static final List<String> MARKS = List.of("-", "-", "...", "x", "", "");

    /** Small numbers, so that sums and comparisons come out either way. */
    static RandomReport of(int definition, FigureFile file, Random random) {
        boolean office = random.nextInt(4) == 0;
        Respondent respondent = new Respondent(
                one(RandomCampaign.CATEGORIES, random),
                random.nextInt(4) == 0 ? 2012 + random.nextInt(5) : null,
                !office && random.nextBoolean(),
                office ? Map.of("upper", random.nextInt(4), "grassroots", random.nextInt(4)) : null);
        FigureForm form = file.form(respondent);
        int marks = one(List.of(5, 30, 60), random);
        Figures figures = Figures.NONE;
        for (Indicator row : form.indicators()) {
            for (int year : form.years(row.code())) {
                if (isOpen(form, row, year)) {
                    figures = with(figures, row, year, value(row, marks, random));
                }
            }
        }
        return withTotals(definition, form.sheet(figures), respondent, random);
    }

    /** A report whose rules hold, with some of its cells written over. */
    static RandomReport tampered(int definition, FigureSheet sound, Respondent respondent, Random random) {
        Figures figures = sound.figures();
        int changes = one(List.of(5, 60, 400), random);
        List<Indicator> rows = sound.form().indicators();
        for (int change = 0; change < changes; change++) {
            Indicator row = one(rows, random);
            int year = one(sound.form().years(row.code()), random);
            if (isOpen(sound.form(), row, year)) {
                figures = with(figures, row, year, value(row, 50, random));
            }
        }
        return withTotals(definition, sound.form().sheet(figures), respondent, random);
    }

    private static RandomReport withTotals(int definition, FigureSheet sheet, Respondent respondent, Random random) {
        if (random.nextBoolean()) {
            return new RandomReport(definition, sheet, respondent, null);
        }
        Map<String, Map<Integer, Cell>> totals = new HashMap<>();
        for (Indicator row : sheet.form().indicators()) {
            for (int year : sheet.form().years(row.code())) {
                if (!row.isText() && random.nextInt(5) > 0) {
                    Cell reported = sheet.cell(row.code(), year);
                    totals.computeIfAbsent(row.code(), code -> new HashMap<>())
                            .put(year, random.nextInt(3) > 0 && isTotal(reported) ? reported : total(row, random));
                }
            }
        }
        return new RandomReport(definition, sheet, respondent, new RollUp(totals));
    }

    private static boolean isTotal(Cell cell) {
        return !cell.is(Cell.State.UNDEFINED) && (cell.number() == null || isDecimal(cell.number()));
    }

    private static boolean isDecimal(Fraction number) {
        return number.isExactAt(2);
    }

    private static Cell total(Indicator row, Random random) {
        return Cell.of(FigureValue.parse(row, value(row, 40, random)));
    }

    private static boolean isOpen(FigureForm form, Indicator row, int year) {
        return !row.computed() && !form.isClosed(row, year);
    }

    private static Figures with(Figures figures, Indicator row, int year, String value) {
        return figures.with(row.code(), year, value.isEmpty() ? null : value);
    }

    private static String value(Indicator row, int marks, Random random) {
        if (row.isText()) {
            return random.nextBoolean() ? "" : "Lý do";
        }
        if (random.nextInt(100) < marks) {
            return one(MARKS, random);
        }
        int sign = random.nextInt(15) == 0 ? -1 : 1;
        int digits = random.nextInt(row.fractionDigits() + 1);
        return BigDecimal.valueOf((long) sign * random.nextInt(digits == 0 ? 7 : 600), digits)
                .toPlainString();
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
