package vn.tongket.bench;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.cost.Statements;

/** What each phase took, said as soon as it is over and once more as a table. */
final class Phases {

    private static final String ROW = "%-44s %9s %12s %9s %9s %12s%n";

    private final Heap heap = new Heap();
    private final Statements statements;
    private final JdbcClient jdbc;
    private final StringBuilder table = new StringBuilder();
    private double seconds;
    private long handed;

    Phases(Statements statements, JdbcClient jdbc) {
        this.statements = statements;
        this.jdbc = jdbc;
        table.append(ROW.formatted("", "seconds", "statements", "heap MB", "left MB", "database MB"));
        add("the application started", "", "", "");
    }

    /**
     * Time by the clock, every statement, the heap that was held at most above what was there before, all that is left of
     * it afterwards, and the database as it is then.
     */
    void of(String name, Runnable work) {
        long before = statements.handed();
        long[] nanos = new long[1];
        long held = heap.heldBy(() -> {
            long start = System.nanoTime();
            work.run();
            nanos[0] = System.nanoTime() - start;
        });
        long taken = statements.handed() - before;
        seconds += nanos[0] / 1e9;
        handed += taken;
        add(name, number(nanos[0] / 1e9), taken, held);
    }

    private void add(String name, Object took, Object taken, Object held) {
        String row = ROW.formatted(name, took, taken, held, Heap.inUse(), megabytes("pg_database_size(current_database())"));
        System.out.print(row);
        table.append(row);
    }

    String table() {
        String all = ROW.formatted("all", number(seconds), handed, "", "", "");
        String most = "Java heap at most %d MB%n".formatted(Runtime.getRuntime().maxMemory() >> 20);
        return table + all + largest() + most;
    }

    /** The tables that take most room, with their indexes and what is stored apart. */
    private String largest() {
        StringBuilder lines = new StringBuilder();
        List<String> tables = jdbc.sql("""
                select relname from pg_stat_user_tables order by pg_total_relation_size(relid) desc limit 12""").query(String.class).list();
        for (String name : tables) {
            long rows = jdbc.sql("select count(*) from " + name).query(Long.class).single();
            lines.append("%-44s %9s %9s rows%n"
                    .formatted(name, megabytes("pg_total_relation_size('" + name + "')") + " MB", rows));
        }
        return lines.toString();
    }

    private String megabytes(String size) {
        return number(jdbc.sql("select " + size + " / 1048576.0").query(Double.class).single());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
