package vn.tongket.organization;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries events out before a node serves anybody, and within a minute after each midnight. */
@Component
class DueUnitEvents implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DueUnitEvents.class);

    private final UnitEvents events;

    DueUnitEvents(UnitEvents events) {
        this.events = events;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            apply();
        } catch (RuntimeException e) {
            // A node that serves with yesterday's tree, and tries again, is better than none.
            LOG.error("Events of the organisation were not carried out at the start", e);
        }
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void apply() {
        for (UnitEvent event : events.applyDue()) {
            LOG.info("Event of {} ({}): {}", event.day(), event.kind(), event.state());
        }
    }
}
