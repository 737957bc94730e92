package vn.tongket.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;

/** The table of return reasons: collected, then sent out with a return, then answered. */
@Component
class ReturnReasonStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReturnReasonStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ReturnReason collect(UUID report, Reason reason, String actor) {
        ReturnReason collected = new ReturnReason(UUID.randomUUID(), reason, actor, clock.instant(), null);
        jdbc.sql("""
                        insert into return_reason (id, report_id, place, listed, words, named_by, named_at)
                        values (:id, :report, :place, :listed, :words, :actor, :at)""")
                .param("id", collected.id())
                .param("report", report)
                .param("place", reason.place())
                .param("listed", reason.listed())
                .param("words", reason.words())
                .param("actor", actor)
                .param("at", Timestamp.from(collected.namedAt()))
                .update();
        return collected;
    }

    void reword(UUID id, Reason reason) {
        jdbc.sql("update return_reason set place = ?, listed = ?, words = ?, named_at = ? where id = ?")
                .params(reason.place(), reason.listed(), reason.words(), Timestamp.from(clock.instant()), id)
                .update();
    }

    void drop(UUID id) {
        jdbc.sql("delete from return_reason where id = ? and return_id is null")
                .param(id)
                .update();
    }

    /** What the unit has not been told yet, in the order in which it was named. */
    List<ReturnReason> collected(UUID report) {
        return jdbc.sql("select * from return_reason where report_id = ? and return_id is null order by position")
                .param(report)
                .query((row, i) -> reason(row))
                .list();
    }

    Optional<ReturnReason> collected(UUID report, UUID id) {
        return jdbc.sql("select * from return_reason where report_id = ? and id = ? and return_id is null")
                .params(report, id)
                .query((row, i) -> reason(row))
                .optional();
    }

    void sendOut(UUID report, UUID returnId) {
        jdbc.sql("update return_reason set return_id = ? where report_id = ? and return_id is null")
                .params(returnId, report)
                .update();
    }

    List<ReturnReason> of(UUID returnId) {
        return jdbc.sql("select * from return_reason where return_id = ? order by position")
                .param(returnId)
                .query((row, i) -> reason(row))
                .list();
    }

    /** The reasons that the unit is to answer: those of the last return. */
    List<ReturnReason> asked(UUID report) {
        return jdbc.sql("""
                        select * from return_reason
                        where return_id = (select id from report_return
                            where report_id = ? order by version desc, returned_at desc limit 1)
                        order by position""").param(report).query((row, i) -> reason(row)).list();
    }

    /** Null takes the answer away. */
    void answer(UUID id, @Nullable String answer, String actor) {
        jdbc.sql("update return_reason set answer = ?, answered_by = ?, answered_at = ? where id = ?")
                .params(answer, actor, Timestamp.from(clock.instant()), id)
                .update();
    }

    private static ReturnReason reason(ResultSet row) throws SQLException {
        return new ReturnReason(
                row.getObject("id", UUID.class),
                new Reason(row.getString("place"), row.getString("listed"), row.getString("words")),
                row.getString("named_by"),
                row.getTimestamp("named_at").toInstant(),
                row.getString("answer"));
    }
}
