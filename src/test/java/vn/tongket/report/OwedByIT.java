package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** The day by which a report is owed: from the row, in Java and in the database alike, and as it moves. */
@TongketIT
class OwedByIT {

    private static final String UNIT = "SONGDA";
    private static final LocalDate COMMON = LocalDate.of(2017, 11, 4);

    private static int campaignsSoFar;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ReportService reports;

    @Autowired
    private ReportRepository repository;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private String code;
    private LocalDate today;

    @BeforeEach
    void issue() {
        code = IssuedCampaign.of(context, "TK-HAN-" + ++campaignsSoFar);
        today = LocalDate.now(clock);
    }

    @ParameterizedTest
    @CsvSource({
        "          ,            , 2017-11-04, 2017-11-04",
        "2017-11-10,            , 2017-11-10, 2017-11-10",
        "2017-11-01,            , 2017-11-04, 2017-11-04",
        "          , 2017-10-30, 2017-11-04, 2017-10-30",
        "          , 2017-11-20, 2017-11-04, 2017-11-20",
        "2017-11-10, 2017-11-07, 2017-11-10, 2017-11-07"
    })
    void isTheDayOfTheReturnElseTheUnitsOwnElseTheCommonOne(
            LocalDate extended, LocalDate resend, LocalDate effective, LocalDate owed) {
        UUID id = report(UNIT).id();
        jdbc.sql("update report set extended_to = ?, resend_by = ? where id = ?")
                .params(extended, resend, id)
                .update();

        assertThat(reports.effectiveDeadline(code, UNIT)).isEqualTo(effective);
        assertThat(reports.owedBy(code, UNIT)).isEqualTo(owed);
        assertThat(jdbc.sql("""
                                select array[effective_deadline(extended_to, :common),
                                    owed_by(resend_by, extended_to, :common)]::text
                                from report where id = :id""")
                        .param("common", COMMON)
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("{" + effective + "," + owed + "}");
    }

    @Test
    void followsAReturnUntilTheReportIsSentAgain() {
        WholeReport report = returned(today.plusDays(10));
        assertThat(reports.owedBy(code, UNIT)).isEqualTo(today.plusDays(10));

        report.signedAgain();

        assertThat(report(UNIT).resendBy()).isEmpty();
        assertThat(reports.owedBy(code, UNIT)).isEqualTo(reports.effectiveDeadline(code, UNIT));
    }

    @Test
    void aLaterCommonDeadlineMovesItUpAndNeverDown() {
        returned(today.plusDays(1));
        jdbc.sql("update report set state = 'RETURNED', resend_by = ? where id = ?")
                .params(later(60), report("HUD").id())
                .update();

        campaigns.moveDeadline(code, later(20), "Mưa lũ", "truongban");

        assertThat(reports.owedBy(code, UNIT)).isEqualTo(later(20));
        assertThat(reports.owedBy(code, "HUD")).isEqualTo(later(60));
    }

    @Test
    void aCommonDeadlineBeforeTheUnitsOwnChangesNothingForIt() {
        returned(today.plusDays(1));
        jdbc.sql("update report set extended_to = ? where id = ?")
                .params(later(40), report(UNIT).id())
                .update();

        campaigns.moveDeadline(code, later(20), "Mưa lũ", "truongban");

        assertThat(reports.owedBy(code, UNIT)).isEqualTo(today.plusDays(1));
    }

    /** After today and after the plan's last day, whatever day the other tests have brought. */
    private LocalDate later(int days) {
        return (today.isAfter(COMMON) ? today : COMMON).plusDays(days);
    }

    private WholeReport returned(LocalDate due) {
        WholeReport report = WholeReport.written(context, code, UNIT).sent().registered(1);
        var command = new ReturnReport(List.of(new Reason(null, null, "Thiếu phụ lục")), due);
        context.getBean(ReportReview.class).returnToUnit(code, UNIT, command, "tuyengiao");
        return report;
    }

    private Report report(String unit) {
        UUID id = jdbc.sql("""
                        select p.id from participant p join campaign c on c.id = p.campaign_id
                        where c.code = ? and p.unit_code = ?""").params(code, unit).query(UUID.class).single();
        return repository.findById(id).orElseThrow();
    }
}
