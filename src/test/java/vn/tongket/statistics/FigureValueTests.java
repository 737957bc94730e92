package vn.tongket.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tongket.statistics.Definition.row;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Indicator.Type;

class FigureValueTests {

    private static Indicator rowWith(int decimals) {
        return decimals == 0 ? row("N", Type.INT, 0) : row("N", Type.DECIMAL, decimals);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 18500, 18500",
        "1, 12.5, 12.5",
        "1, 12.50, 12.5",
        "0, 0, 0",
        "0, -5, -5",
        "0, 007, 7",
        "0, -, -",
        "0, –, -",
        "0, —, -",
        "0, ..., ...",
        "0, …, ...",
        "0, x, x",
        "0, X, x",
        "0, ×, x",
        "0, ' 12 ', 12",
    })
    void readsTheApisStrings(int decimals, String text, String canonical) {
        assertThat(FigureValue.parse(rowWith(decimals), text).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 12.5, số nguyên",
        "1, 12.55, 1 chữ số",
        "0, '1,234', không phải là số",
        "0, 1.234.567, không phải là số",
        "0, 1e3, không phải là số",
        "0, abc, không phải là số",
        "0, 1234567890123456789, quá lớn",
    })
    void refusesWhatTheApiMayNotSend(int decimals, String text, String reason) {
        assertThatThrownBy(() -> FigureValue.parse(rowWith(decimals), text))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1.234.567, 1234567",
        "0, 1.234, 1234",
        "2, '1.234.567,89', 1234567.89",
        "1, '12,5', 12.5",
        "1, 12.5, 12.5",
        "0, 18500, 18500",
        "3, '1,234', 1.234",
        "2, 1.234.567, 1234567",
        "2, '1.234,5', 1234.5",
        "3, 0.234, 0.234",
        "0, −5, -5",
        "1, …, ...",
        "2, '1,234,567.89', 1234567.89",
        "0, '1,234,567', 1234567",
        "2, '1,234,567', 1234567",
        "1, '1,234.5', 1234.5",
        "0, '1,234', 1234",
        "2, 1234.56, 1234.56",
        "2, '1 234 567,89', 1234567.89",
        "0, '1\u202f234', 1234",
        "3, '1234,567', 1234.567",
        "0, +5, 5",
        "0, –5, -5",
        "1, '-1.234,5', -1234.5",
        "0, １２３, 123",
        "1, '１２，５', 12.5",
        "0, '\u00a012\u200b3\ufeff', 123",
        "0, －, -",
        "0, ．．．, ...",
        "0, ｘ, x",
        "0, '12,0', 12",
    })
    void readsWhatPeopleType(int decimals, String text, String canonical) {
        assertThat(FigureValue.parseTyped(rowWith(decimals), text).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.234, 1234 hay 1",
        "0, '12,5', số nguyên",
        "1, '1,234', 1234 hay 1",
        "2, -1.234, -1234 hay -1",
        "3, 1.234, 1234 hay 1",
        "0, '1,234.567.8', không phải là số",
        "1, '1.234,567.8', không phải là số",
        "1, '1,234 567', không phải là số",
        "3, 01.234, không phải là số",
        "0, - 5, không phải là số",
        "0, --5, không phải là số",
        "0, 5-, không phải là số",
        "0, (5), không phải là số",
        "0, 12², không phải là số",
        "0, ٣, không phải là số",
        "0, 1e3, không phải là số",
        "0, 1.23.456, không phải là số",
        "0, 12 người, không phải là số",
    })
    void refusesOrAsksWhatPeopleMayMeanOtherwise(int decimals, String text, String reason) {
        assertThatThrownBy(() -> FigureValue.parseTyped(rowWith(decimals), text))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void asksWhetherTheCommaOfAMoneyCellPartsThousands() {
        assertThatThrownBy(() -> FigureValue.parseTyped(row("N", Type.MONEY, 0), "1,500"))
                .isInstanceOf(DomainException.class)
                .hasMessage("“1,500” nghĩa là 1500 hay 1,500? Hãy gõ lại, không dùng dấu ngăn cách hàng nghìn, "
                        + "chỉ nhập số nguyên.");
        assertThat(FigureValue.parseTyped(row("N", Type.MONEY, 0), "1.500").canonical())
                .isEqualTo("1500");
    }

    @Test
    void asksInAWayThatCanBeAnswered() {
        assertThatThrownBy(() -> FigureValue.parseTyped(rowWith(1), "1.234"))
                .hasMessage("“1.234” nghĩa là 1234 hay 1,234? Hãy gõ lại, không dùng dấu ngăn cách hàng nghìn, "
                        + "với tối đa 1 chữ số sau dấu phẩy.");
        assertThatThrownBy(() -> FigureValue.parseTyped(rowWith(3), "1.234"))
                .hasMessage("“1.234” nghĩa là 1234 hay 1,234? Hãy gõ lại theo một trong hai cách đó.");
    }

    @Test
    void readsAPercentSignOnlyInPercentCells() {
        assertThat(FigureValue.parseTyped(row("P", Type.PERCENT, 1), "12,5%").canonical())
                .isEqualTo("12.5");
        assertThatThrownBy(() -> FigureValue.parseTyped(row("N", Type.DECIMAL, 1), "12,5%"))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void takesTextWithoutMarksUpToTwoThousandCharacters() {
        Indicator text = row("T", Type.TEXT, 0);

        assertThat(FigureValue.parse(text, "-")).isEqualTo(new FigureValue.Words("-"));
        assertThat(FigureValue.parse(text, "e\u0302\u0301".repeat(2000)))
                .isEqualTo(new FigureValue.Words("ế".repeat(2000)));
        assertThatThrownBy(() -> FigureValue.parse(text, "a".repeat(2001))).hasMessageContaining("2.000");
    }

    @Test
    void takesNothingForABlank() {
        assertThat(FigureValue.parse(rowWith(0), null)).isNull();
        assertThat(FigureValue.parse(rowWith(0), "  ")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1234567.89, '1.234.567,89'",
        "0, 18500, 18.500",
        "1, 12, '12,0'",
        "1, -0.5, '-0,5'",
        "0, -, -",
        "0, ..., ...",
    })
    void showsNumbersAsVietnameseWriteThem(int decimals, String canonical, String shown) {
        assertThat(FigureValue.parse(rowWith(decimals), canonical).show(rowWith(decimals)))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 0.3", "-1, 4, -0.3", "1, 3, 0.3", "2, 3, 0.7"})
    void roundsHalfAwayFromZeroAndOnlyForShow(int above, int below, String rounded) {
        Fraction exact = Fraction.of(above).dividedBy(Fraction.of(below));

        assertThat(exact.rounded(1)).isEqualTo(new BigDecimal(rounded));
        assertThat(exact.isExactAt(1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012345678, 123456789012345678",
        "0.5, 0.5",
        "123456789012345678.5, 123456789012345678.5",
        "ＡＢ, ",
        "－5, -5",
        "5．5, 5.5",
        "１２, 12",
    })
    void takesEighteenWholeDigitsAndWideSigns(String text, String canonical) {
        if (canonical == null) {
            assertThatThrownBy(() -> FigureValue.parse(rowWith(1), text)).isInstanceOf(DomainException.class);
        } else {
            assertThat(FigureValue.parse(rowWith(1), text).canonical()).isEqualTo(canonical);
        }
    }

    @Test
    void readsNoNumberOfMoreThanSixtyCharacters() {
        String sixty = "0".repeat(57) + "123";

        assertThat(FigureValue.parse(rowWith(0), sixty).canonical()).isEqualTo("123");
        assertThatThrownBy(() -> FigureValue.parse(rowWith(0), "0" + sixty)).hasMessageContaining("quá dài");
        assertThatThrownBy(() -> FigureValue.parse(rowWith(1), "1234567890123456789.5"))
                .hasMessageContaining("quá lớn");
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 1, '0,1'",
        "-0.05, 1, '-0,1'",
        "0.04, 1, '0,0'",
        "1234.5, 0, 1.235",
        "1234.5, 2, '1.234,50'",
        "2.5, 0, 3",
        "1.23456, 3, '1,235'",
    })
    void showsNumbersRoundedHalfAwayFromZero(BigDecimal number, int digits, String shown) {
        assertThat(FigureValue.show(number, digits)).isEqualTo(shown);
    }

    @Test
    void keepsWordsAsTheyAre() {
        FigureValue words = FigureValue.parse(row("T", Type.TEXT, 0), " Sáp nhập hai đơn vị ");

        assertThat(words.canonical()).isEqualTo("Sáp nhập hai đơn vị");
        assertThat(words.show(row("T", Type.TEXT, 0))).isEqualTo("Sáp nhập hai đơn vị");
    }
}
