package vn.tongket.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most that was left after any garbage collection, above what was there before the work. */
final class Heap {

    private final AtomicLong most = new AtomicLong();

    Heap() {
        ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> ((NotificationEmitter) collector)
                .addNotificationListener((told, nothing) -> take((CompositeData) told.getUserData()), null, null));
    }

    private void take(CompositeData told) {
        long left = GarbageCollectionNotificationInfo.from(told).getGcInfo().getMemoryUsageAfterGc().values().stream()
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        most.accumulateAndGet(left, Math::max);
    }

    /** Megabytes of heap that the work held at most; all pools, so the few megabytes of new classes count too. */
    long heldBy(Runnable work) {
        System.gc();
        long idle = used();
        most.set(0);
        work.run();
        System.gc();
        return Math.max(0, Math.max(most.get(), used()) - idle) >> 20;
    }

    /** Megabytes of all pools in use; right after {@link #heldBy}, of what a collection leaves. */
    static long inUse() {
        return used() >> 20;
    }

    private static long used() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }
}
