package vn.tongket.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.shared.DomainException;

/**
 * Carries out closures, transfers and mergers when their day has come (ADR 0035), in the order of their days and each in
 * a transaction of its own. Of nodes that try at once one carries out an event. What does not fit the tree stays undone,
 * with the reason.
 */
@Service
public class UnitEvents {

    /** Events on one page of the list. */
    public static final int PAGE = 50;

    private final UnitEventRows rows;
    private final UnitEventObstacles obstacles;
    private final UnitEventEffects effects;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UnitEvents(
            UnitEventRows rows,
            UnitEventObstacles obstacles,
            UnitEventEffects effects,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.obstacles = obstacles;
        this.effects = effects;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** As {@link #applyDue(LocalDate)}, by the clock. */
    public List<UnitEvent> applyDue() {
        return applyDue(LocalDate.now(clock));
    }

    /** Carries out what is due on that day or before it; answers the events that were settled, refused ones too. */
    public List<UnitEvent> applyDue(LocalDate today) {
        List<UnitEvent> settled = new ArrayList<>();
        // Asked without the lock: on nearly every day nothing is due.
        while (rows.isAnyDue(today)) {
            transaction.executeWithoutResult(status -> settleFirst(today).ifPresent(settled::add));
        }
        return settled;
    }

    /** Refuses while a change of that day waits to be carried out: for whoever is about to freeze the tree. */
    @Transactional(readOnly = true)
    public void requireApplied(LocalDate today) {
        if (rows.isAnyDue(today)) {
            throw DomainException.refused(
                    "Thay đổi về tổ chức có hiệu lực hôm nay đang được áp dụng. Đồng chí thử lại sau ít phút.");
        }
    }

    /** One page of the events in that state, or of all when it is empty, the latest day first; pages count from 0. */
    @Transactional(readOnly = true)
    public List<UnitEvent> page(Optional<UnitEvent.State> state, int page) {
        return rows.page(state, page, PAGE);
    }

    /** How many events there are in each state that has any. */
    @Transactional(readOnly = true)
    public Map<UnitEvent.State, Integer> counts() {
        return rows.counts();
    }

    private Optional<UnitEvent> settleFirst(LocalDate today) {
        TreeLock.take(jdbc);
        Optional<UnitEvent> due = rows.firstDue(today);
        if (due.isEmpty()) {
            return due;
        }
        UnitEvent event = due.get();
        Optional<String> obstacle = obstacles.first(event);
        if (obstacle.isPresent()) {
            rows.refuse(event, obstacle.get(), today);
        } else {
            effects.carryOut(event);
            rows.apply(event, today);
        }
        return Optional.of(rows.event(event.id()));
    }
}
