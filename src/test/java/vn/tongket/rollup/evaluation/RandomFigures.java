package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import vn.tongket.rollup.evaluation.Rows.Row;

/** What unions type: numbers of any size and sign, zeros, marks, nothing. */
record RandomFigures(Dice dice) {

    private static final int LARGE = 1_000_000_000;

    /** A report typed from scratch, as full of marks as the dice say. */
    JsonNode typed(Rows rows, Level.Seat seat) {
        return fill(rows, UnionCells.of(rows, seat, Set.of()), null);
    }

    /** The issuer's office entry: mostly blank. */
    JsonNode office(Rows rows, Level level) {
        return fill(rows, UnionCells.ofOffice(rows, level, Set.of()), null);
    }

    /** The report upward of a union with a campaign of its own: that roll-up, here and there written over. */
    JsonNode prefilled(Rows rows, Level.Seat seat) {
        return fill(rows, UnionCells.of(rows, seat, Set.of()), Evaluation.of(seat.own()));
    }

    private JsonNode fill(Rows rows, UnionCells cells, Evaluation below) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        int marks = dice.one(3, 20, 50);
        int overwritten = dice.one(0, 5, 30);
        for (Row row : rows.all()) {
            for (int year : row.years()) {
                if (row.isComputed() || cells.isClosed(row, year)) {
                    continue;
                }
                Exact total = below == null || row.isText()
                        ? null
                        : below.total(below.rows().row(row.code()), year).value();
                String typed =
                        total == null || dice.chance(overwritten) ? value(row, marks) : total.rounded(row.digits());
                if (!typed.isEmpty()) {
                    figures.withObject("/" + row.code()).put(String.valueOf(year), typed);
                }
            }
        }
        return figures;
    }

    private String value(Row row, int marks) {
        if (row.isText()) {
            return dice.one("", "Lý do");
        }
        if (dice.chance(marks)) {
            return dice.one("-", "-", "...", "x", "", "");
        }
        int digits = dice.between(0, row.digits());
        long whole = dice.chance(8)
                ? 0
                : dice.chance(4) ? (long) dice.between(1, LARGE) * dice.between(1, 10_000) : dice.between(1, 40);
        long tail = digits == 0 ? 0 : dice.random().nextInt((int) Math.pow(10, digits));
        BigDecimal number = BigDecimal.valueOf(whole).add(BigDecimal.valueOf(tail, digits));
        BigDecimal signed = dice.chance(6) ? number.negate() : number;
        return signed.signum() == 0 ? "0" : signed.stripTrailingZeros().toPlainString();
    }
}
