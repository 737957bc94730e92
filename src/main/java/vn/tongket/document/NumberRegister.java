package vn.tongket.document;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.DomainException;

/**
 * Yearly number series of a union (domain notes, 4.5). Drawing locks the series until the drawing transaction ends, so
 * that a rolled-back draw leaves no gap: keep those transactions short.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NumberRegister {

    /** Incoming documents. */
    static final String INCOMING = "đến";

    private final JdbcClient jdbc;

    NumberRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number, taken. */
    int draw(UUID owner, String series, int year) {
        return jdbc.sql("""
                        insert into number_register as r (owner_id, series, year, last) values (?, ?, ?, 1)
                        on conflict (owner_id, series, year) do update set last = r.last + 1
                        returning last""").params(owner, series, year).query(Integer.class).single();
    }

    /** The next number, only looked at. */
    int next(UUID owner, String series, int year) {
        return jdbc.sql("select last from number_register where owner_id = ? and series = ? and year = ?")
                        .params(owner, series, year)
                        .query(Integer.class)
                        .optional()
                        .orElse(0)
                + 1;
    }

    /** That very number, as a person wants it; refused when it is taken. */
    void take(UUID owner, String series, int year, int number) {
        if (number < 1 || number > 99_999) {
            throw DomainException.refused("Số văn bản phải từ 1 đến 99.999.");
        }
        // The series' row is the lock under which "taken?" is asked.
        jdbc.sql("""
                        insert into number_register as r (owner_id, series, year, last) values (:owner, :series, :year, :n)
                        on conflict (owner_id, series, year) do update set last = greatest(r.last, excluded.last)""")
                .param("owner", owner)
                .param("series", series)
                .param("year", year)
                .param("n", number)
                .update();
        boolean taken = jdbc.sql("""
                        select exists(select 1 from official_document
                            where issuer_id = ? and series = ? and year = ? and number = ?)""")
                .params(owner, series, year, number)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw DomainException.refused(
                    "Số %d/%s năm %d đã được cấp cho văn bản khác.".formatted(number, series, year));
        }
    }
}
