package vn.tongket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.UrgingLetters.Letter;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** The letters of a campaign in the register. */
@TongketIT
class UrgingLettersIT {

    private static final LocalDate DAY = LocalDate.of(2017, 11, 8);

    private static int campaigns;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private UrgingLetters letters;

    @Autowired
    private Documents documents;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private String code;
    private UUID campaign;

    @BeforeEach
    void issue() {
        code = IssuedCampaign.of(context, "TK.CONGVAN-" + ++campaigns);
        campaign = context.getBean(CampaignService.class).campaign(code).id();
    }

    @Test
    void numbersOneLetterADayHoweverOftenAsked() {
        int before = drawn();

        Letter letter = letters.issue(code, DAY, List.of("SONGDA", "HUD")).orElseThrow();
        Letter again =
                letters.issue(code, DAY, List.of("SONGDA", "HUD", "LILAMA")).orElseThrow();

        assertThat(again).isEqualTo(letter);
        assertThat(letter.symbol()).isEqualTo("%02d/CĐXD-TG".formatted(before + 1));
        assertThat(letter.newDeadline()).isEqualTo(LocalDate.of(2017, 11, 13));
        assertThat(drawn()).isEqualTo(before + 1);
        assertThat(documents.of(campaign))
                .filteredOn(document -> document.kind() == Kind.URGING_LETTER)
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.title())
                            .isEqualTo("V/v đôn đốc gửi báo cáo tổng kết 10 năm thực hiện Nghị quyết số 20-NQ/TW");
                    assertThat(document.issuedOn()).isEqualTo(DAY);
                });
    }

    @Test
    void givesTheNextDayTheNextNumber() {
        Letter first = letters.issue(code, DAY, List.of("SONGDA")).orElseThrow();
        Letter next = letters.issue(code, DAY.plusDays(1), List.of("SONGDA")).orElseThrow();

        assertThat(numberOf(next)).isEqualTo(numberOf(first) + 1);
        assertThat(letters.find(code, null)).contains(next);
        assertThat(letters.find(code, first.document())).contains(first);
    }

    @Test
    void writesToThoseOnlyWhoStillOwe() {
        WholeReport.written(context, code, "SONGDA").sent();

        assertThat(letters.issue(code, DAY, List.of("SONGDA"))).isEmpty();
        assertThat(drawnFor(campaign)).isZero();

        Letter letter = letters.issue(code, DAY, List.of("SONGDA", "HUD")).orElseThrow();
        Opened opened =
                Opened.of(documents.document(campaign, letter.document()).content());
        assertThat(opened.texts(Style.ADDRESSEE))
                .singleElement()
                .asString()
                .isEqualTo("Kính gửi: Công đoàn Tổng công ty Đầu tư phát triển nhà và đô thị.");
    }

    @Test
    void leavesNoNumberBehindWhenTheDecisionIsUndone() {
        int before = drawn();

        transaction.executeWithoutResult(status -> {
            letters.issue(code, DAY, List.of("SONGDA"));
            status.setRollbackOnly();
        });

        assertThat(drawn()).isEqualTo(before);
        assertThat(letters.of(code, DAY)).isEmpty();
    }

    @Test
    void drawsOneNumberForTwoNodesAtOnce() throws Exception {
        int before = drawn();
        var threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Letter> node =
                    () -> letters.issue(code, DAY, List.of("SONGDA")).orElseThrow();
            List<Future<Letter>> both = threads.invokeAll(List.of(node, node));
            assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
        } finally {
            threads.shutdown();
        }
        assertThat(drawn()).isEqualTo(before + 1);
    }

    /** The plan locks on 15/11. */
    @Test
    void asksForNothingAfterTheLock() {
        Letter letter = letters.issue(code, LocalDate.of(2017, 11, 14), List.of("SONGDA"))
                .orElseThrow();

        assertThat(letter.newDeadline()).isEqualTo(LocalDate.of(2017, 11, 15));
    }

    private int drawn() {
        return jdbc.sql("select coalesce(max(last), 0) from number_register where series = 'CĐXD-TG' and year = 2017")
                .query(Integer.class)
                .single();
    }

    private int drawnFor(UUID of) {
        return jdbc.sql("select count(*) from official_document where campaign_id = ? and kind = 'URGING_LETTER'")
                .param(of)
                .query(Integer.class)
                .single();
    }

    private static int numberOf(Letter letter) {
        return Integer.parseInt(
                Stream.of(letter.symbol().split("/")).findFirst().orElseThrow());
    }
}
