package vn.tongket.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.campaign.Deadline.Roll;
import vn.tongket.campaign.Deadline.Semantics;

/** Every meaning that a deadline can have (formats.md, Dates); 09/11/2025 is a Sunday. */
class DeadlineTests {

    private static final WorkingDays WEEKENDS = new WorkingDays(Map.of());

    @ParameterizedTest
    @CsvSource({
        "2025-11-09, BY, NONE, 2025-11-09",
        "2025-11-09, BY, FORWARD, 2025-11-10",
        "2025-11-09, BEFORE, NONE, 2025-11-08",
        "2025-11-09, BEFORE, FORWARD, 2025-11-10",
        "2025-11-07, BY, FORWARD, 2025-11-07",
        "2025-11-08, BEFORE, FORWARD, 2025-11-07"
    })
    void tellsTheLastAcceptableDay(LocalDate nominal, Semantics semantics, Roll roll, LocalDate expected) {
        assertThat(new Deadline(nominal, semantics, roll, null, null).lastAcceptableDay(WEEKENDS))
                .isEqualTo(expected);
    }

    @Test
    void takesTheDayThatItWasMovedToAsItIs() {
        Deadline moved = new Deadline(LocalDate.of(2025, 11, 9), Semantics.BY, Roll.FORWARD, null, null)
                .movedTo(LocalDate.of(2025, 11, 22));

        assertThat(moved.lastAcceptableDay(WEEKENDS)).isEqualTo(LocalDate.of(2025, 11, 22));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-10, 2025-11-12, 2025-11-13T00:00",
        "2025-11-10, , 2025-11-11T00:00",
        "2025-11-10, 2025-11-09, 2025-11-11T00:00"
    })
    void waitsForGraceButNeverLessThanForTheDeadline(LocalDate last, LocalDate grace, LocalDateTime closes) {
        assertThat(new CampaignDates(last, last, grace, List.of()).closesAt()).isEqualTo(closes);
    }
}
