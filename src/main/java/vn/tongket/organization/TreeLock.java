package vn.tongket.organization;

import org.springframework.jdbc.core.simple.JdbcClient;

/** One change of the tree at a time, on whatever node: two that are sound alone could make a circle together. */
final class TreeLock {

    private static final long KEY = 0x746b_6f72_67L;

    private TreeLock() {}

    /** Waits for it and keeps it to the end of the transaction. */
    static void take(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(KEY).query(rows -> {});
    }
}
