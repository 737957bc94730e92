package vn.tongket.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;

/**
 * Reminders against {@link NoticeModel}: random campaigns, each notice compared. {@code -Dreminders.seed=…} repeats a
 * failure, {@code -Dreminders.sequences=…} says how many.
 */
@TongketIT
class ReminderPropertyIT {

    private static final int SEQUENCES = Integer.getInteger("reminders.sequences", 500);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private NoticeDays days;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private TransactionTemplate transaction;

    private String code;
    private UUID campaign;

    @BeforeEach
    void issue() {
        code = IssuedCampaign.of(context, "TK-NGAUNHIEN");
        campaign = context.getBean(CampaignService.class).campaign(code).id();
    }

    @Test
    void tellsEveryUnitWhatTheModelSaysAndNothingElse() {
        Long only = Long.getLong("reminders.seed");
        long first = only == null ? ThreadLocalRandom.current().nextInt(1_000_000_000) : only;
        int compared = 0;
        int skipped = 0;
        for (long seed = first; seed < first + (only == null ? SEQUENCES : 1); seed++) {
            Map<String, Boolean> notices = compare(seed);
            compared += notices.size();
            skipped += (int)
                    notices.values().stream().filter(Boolean::booleanValue).count();
        }
        System.out.printf(
                "Reminders: seeds from %d, %d notices as in the model, %d of them skipped%n", first, compared, skipped);
        assertThat(compared).isPositive();
    }

    /** Nothing of it is seen by anybody else, and nothing stays. */
    private Map<String, Boolean> compare(long seed) {
        Map<String, Boolean> told = new TreeMap<>();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            entities.clear();
            var sequence = new RandomReminders(seed, days, jdbc, entities, code, campaign);
            sequence.run();
            assertThat(sequence.actual())
                    .as("-Dreminders.seed=%d%n%s", seed, sequence)
                    .isEqualTo(sequence.expected());
            assertThat(sequence.misaddressed()).as("-Dreminders.seed=%d", seed).isEmpty();
            told.putAll(sequence.expected());
        });
        return told;
    }
}
