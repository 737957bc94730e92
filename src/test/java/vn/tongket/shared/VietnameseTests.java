package vn.tongket.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VietnameseTests {

    @Test
    void namesTheFirstUnitsAndCountsTheOthers() {
        List<String> many =
                IntStream.range(0, 1202).mapToObj(i -> "Đơn vị " + i).toList();

        assertThat(Vietnamese.units(List.of("Sông Đà"), 1)).isEqualTo("Sông Đà");
        assertThat(Vietnamese.units(List.of("Sông Đà", "HUD"), 2)).isEqualTo("Sông Đà, HUD");
        assertThat(Vietnamese.units(List.of("Sông Đà", "HUD"), 1)).isEqualTo("Sông Đà và 1 đơn vị khác");
        assertThat(Vietnamese.units(many, 2)).isEqualTo("Đơn vị 0, Đơn vị 1 và 1.200 đơn vị khác");
    }
}
