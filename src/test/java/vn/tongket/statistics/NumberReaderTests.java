package vn.tongket.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.FigureValue.Amount;
import vn.tongket.statistics.FigureValue.Mark;
import vn.tongket.statistics.FigureValue.Words;
import vn.tongket.statistics.Indicator.Type;

/** Whatever is typed, pasted or sent: a value, nothing, or a sentence about what is wrong with it. */
class NumberReaderTests {

    private static final BigInteger LIMIT = BigInteger.TEN.pow(18);

    /** A number as digits: whole part and decimals, the latter perhaps none. */
    record Digits(boolean negative, BigInteger whole, String decimals) {

        BigDecimal value() {
            BigDecimal value = new BigDecimal(decimals.isEmpty() ? whole.toString() : whole + "." + decimals);
            return negative ? value.negate() : value;
        }

        /** Groups of three from the right, by hand. */
        String written(String group, String point) {
            StringBuilder written = new StringBuilder(whole.toString());
            for (int place = written.length() - 3; place > 0; place -= 3) {
                written.insert(place, group);
            }
            return (negative ? "-" : "") + written + (decimals.isEmpty() ? "" : point + decimals);
        }

        int groups() {
            return (whole.toString().length() - 1) / 3;
        }
    }

    @Property(tries = 5000)
    void anythingAtAllIsAValueNothingOrARefusal(
            @ForAll("anything") String text, @ForAll Type type, @ForAll @IntRange(max = 4) int decimals) {
        Indicator row = Definition.row("N", type, decimals);

        soundOrRefused(row, text, catchThrowable(() -> sound(row, FigureValue.parse(row, text))));
        soundOrRefused(row, text, catchThrowable(() -> sound(row, FigureValue.parseTyped(row, text))));
    }

    private static void sound(Indicator row, FigureValue value) {
        if (value == null) {
            return;
        }
        assertThat(FigureValue.parse(row, value.canonical())).isEqualTo(value);
        if (value instanceof Amount amount) {
            assertThat(amount.number().scale()).isLessThanOrEqualTo(row.fractionDigits());
            assertThat(amount.number().abs().toBigInteger()).isLessThan(LIMIT);
            assertThat(FigureValue.parseTyped(row, value.show(row))).isEqualTo(value);
        }
        if (value instanceof Words words) {
            assertThat(row.isText()).isTrue();
            assertThat(words.text().codePointCount(0, words.text().length())).isBetween(1, 2000);
            assertThat(Normalizer.isNormalized(words.text(), Normalizer.Form.NFC))
                    .isTrue();
        }
    }

    private static void soundOrRefused(Indicator row, String text, Throwable outcome) {
        if (outcome == null) {
            return;
        }
        assertThat(outcome)
                .as("“%s” in %s %s", text, row.type(), row.decimals())
                .isInstanceOf(DomainException.class);
        assertThat(outcome.getMessage()).isNotBlank();
        assertThat(catchThrowable(
                        () -> StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(outcome.getMessage()))))
                .as("can be sent")
                .isNull();
    }

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> soup = Arbitraries.strings()
                .withChars("0123456789.,,..-+−–—%xX×…eE()  \u00a0\u202f\u200b\ufeff０９．，－ｘ٣²½")
                .ofMaxLength(24);
        Arbitrary<String> long0 =
                Arbitraries.strings().withChars("0123456789.,").ofMinLength(20).ofMaxLength(200);
        return Arbitraries.oneOf(
                Arbitraries.strings().all(),
                soup,
                soup,
                long0,
                numbers(4).map(digits -> digits.written(".", ",")),
                numbers(4).map(digits -> digits.written(",", ".")),
                Arbitraries.strings().ofMinLength(1990).ofMaxLength(2010));
    }

    @Property
    void vietnameseNumbersOfAnySizeComeBackExactly(
            @ForAll("fourDecimals") Digits digits, @ForAll("numeric") Type type, @ForAll @IntRange(max = 4) int spare) {
        Indicator row = Definition.row("N", type, digits.decimals().length() + spare);
        boolean oneGroup = digits.groups() == 1 && digits.decimals().isEmpty();
        // One group alone is asked about where decimals are taken; written without the point it is not.
        String typed = digits.written(oneGroup && row.fractionDigits() > 0 ? "" : ".", ",");

        // A comma before three digits is asked about too, unless the column shows three decimals itself.
        assertThat(FigureValue.parseTyped(row, typed)).isEqualTo(new Amount(digits.value()));
        assertThat(FigureValue.parseTyped(row, digits.written(" ", ","))).isEqualTo(new Amount(digits.value()));
    }

    @Property
    void englishNumbersThatCannotBeMeantOtherwiseComeBackExactly(
            @ForAll("fourDecimals") Digits digits, @ForAll("numeric") Type type) {
        Indicator row = Definition.row("N", type, digits.decimals().length());
        boolean grouped = digits.groups() > 1
                || digits.groups() == 1 && !digits.decimals().isEmpty();
        String typed = digits.written(grouped ? "," : "", digits.decimals().length() == 3 && !grouped ? "," : ".");

        assertThat(FigureValue.parseTyped(row, typed)).isEqualTo(new Amount(digits.value()));
    }

    @Property
    void oneGroupIsAskedAboutWhereDecimalsAreTaken(
            @ForAll @IntRange(min = 1000, max = 999_999) int number,
            @ForAll("numeric") Type type,
            @ForAll @IntRange(min = 1, max = 4) int decimals,
            @ForAll boolean negative) {
        Indicator row = Definition.row("N", type, decimals);
        String sign = negative ? "-" : "";
        String whole = String.valueOf(number);
        String before = whole.substring(0, whole.length() - 3);
        String after = whole.substring(whole.length() - 3);

        assertThat(refusal(row, sign + before + "." + after))
                .contains(sign + whole + " hay " + sign + before + "," + after);
        if (decimals < 3) {
            assertThat(refusal(row, sign + before + "," + after))
                    .contains(sign + whole + " hay " + sign + before + "," + after);
        }
    }

    @Property
    void whatIsShownIsReadBack(
            @ForAll("fourDecimals") Digits digits, @ForAll("numeric") Type type, @ForAll @IntRange(max = 2) int spare) {
        Indicator row = Definition.row("N", type, digits.decimals().length() + spare);
        Amount amount = new Amount(digits.value());
        String shown = amount.show(row);

        assertThat(FigureValue.parse(row, amount.canonical())).isEqualTo(amount);
        assertThat(FigureValue.parseTyped(row, shown)).isEqualTo(amount);
        assertThat(shown).doesNotContain("E");
    }

    @Property
    void numbersThatNobodyCountsAreTooLarge(
            @ForAll("numeric") Type type, @ForAll @IntRange(min = 19, max = 300) int length, @ForAll boolean grouped) {
        Digits digits = new Digits(false, BigInteger.TEN.pow(length - 1), "");

        assertThat(refusal(Definition.row("N", type, 2), digits.written(grouped ? "." : "", ",")))
                .isIn("số quá lớn.", "số quá dài.");
    }

    @Property
    void whatCannotBeSeenDoesNotMatter(
            @ForAll("fourDecimals") Digits digits,
            @ForAll("invisible") String before,
            @ForAll("invisible") String after,
            @ForAll boolean wide) {
        Indicator row = Definition.row("N", Type.DECIMAL, 5);
        String typed = digits.written("", ",") + (digits.decimals().isEmpty() ? "" : "0");

        assertThat(FigureValue.parseTyped(row, before + (wide ? wide(typed) : typed) + after))
                .isEqualTo(new Amount(digits.value()));
    }

    @Property
    void marksAreReadInEverySpelling(
            @ForAll("marks") Spelled mark,
            @ForAll("invisible") String before,
            @ForAll("invisible") String after,
            @ForAll("numeric") Type type,
            @ForAll @IntRange(max = 3) int decimals) {
        Indicator row = Definition.row("N", type, decimals);

        assertThat(FigureValue.parseTyped(row, before + mark.text() + after)).isEqualTo(mark.mark());
        assertThat(FigureValue.parse(row, before + mark.text() + after)).isEqualTo(mark.mark());
        assertThat(FigureValue.parse(Definition.row("T", Type.TEXT, 0), mark.text()))
                .isEqualTo(new Words(mark.text()));
    }

    @Property
    void digitsOfOtherScriptsAreNoNumber(@ForAll("otherDigits") String text, @ForAll("numeric") Type type) {
        assertThat(refusal(Definition.row("N", type, 2), text)).contains("không phải là số");
    }

    record Spelled(String text, Mark mark) {}

    @Provide
    Arbitrary<Spelled> marks() {
        return Arbitraries.of(
                new Spelled("-", Mark.NOTHING),
                new Spelled("‐", Mark.NOTHING),
                new Spelled("‑", Mark.NOTHING),
                new Spelled("‒", Mark.NOTHING),
                new Spelled("–", Mark.NOTHING),
                new Spelled("—", Mark.NOTHING),
                new Spelled("―", Mark.NOTHING),
                new Spelled("−", Mark.NOTHING),
                new Spelled("－", Mark.NOTHING),
                new Spelled("...", Mark.NO_DATA),
                new Spelled("…", Mark.NO_DATA),
                new Spelled("．．．", Mark.NO_DATA),
                new Spelled("x", Mark.NOT_APPLICABLE),
                new Spelled("X", Mark.NOT_APPLICABLE),
                new Spelled("×", Mark.NOT_APPLICABLE),
                new Spelled("ｘ", Mark.NOT_APPLICABLE),
                new Spelled("Ｘ", Mark.NOT_APPLICABLE));
    }

    @Provide
    Arbitrary<String> invisible() {
        return Arbitraries.strings()
                .withChars(" \t\n\r\u00a0\u2007\u2009\u200b\u200e\u202f\u2060\u3000\ufeff")
                .ofMaxLength(4);
    }

    @Provide
    Arbitrary<String> otherDigits() {
        return Arbitraries.chars()
                .all()
                .filter(letter -> Character.isDigit(letter)
                        && !(letter >= '0' && letter <= '9')
                        && !(letter >= '０' && letter <= '９'))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(letters -> letters.stream().map(String::valueOf).collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<Type> numeric() {
        return Arbitraries.of(Type.INT, Type.DECIMAL, Type.PERCENT, Type.MONEY);
    }

    @Provide
    Arbitrary<Digits> fourDecimals() {
        return numbers(4);
    }

    private static Arbitrary<Digits> numbers(int decimals) {
        Arbitrary<BigInteger> whole = Arbitraries.integers()
                .between(1, 18)
                .flatMap(length -> Arbitraries.bigIntegers()
                        .between(BigInteger.ZERO, BigInteger.TEN.pow(length).subtract(BigInteger.ONE)));
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        whole,
                        Arbitraries.strings().numeric().ofMaxLength(decimals))
                .as(Digits::new);
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(letter -> wide.append((char) (letter - '!' + '！')));
        return wide.toString();
    }

    private static String refusal(Indicator row, String text) {
        Throwable outcome = catchThrowable(() -> FigureValue.parseTyped(row, text));
        assertThat(outcome)
                .as("“%s” in %s %s", text, row.type(), row.decimals())
                .isInstanceOf(DomainException.class);
        return outcome.getMessage();
    }
}
