package vn.tongket.review;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportView;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.SizeBasis;

/**
 * Quartiles of the other unions of a unit's category, over their last sent versions: one statement for an appendix,
 * whatever the number of unions. {@code -} counts as 0; {@code ...}, {@code x} and blank are no value. Exact decimals;
 * a quotient is cut off after ten digits.
 */
@Service
@Transactional(readOnly = true)
public class PeerFigures {

    /** Stands for the sum over all years where the statement has a year. */
    private static final int PERIOD = 0;

    /** A number that goes into a compared value: of which row and year, above or below the fraction line. */
    private record Term(String indicator, int year, boolean below, String row, int rowYear, BigDecimal scale) {}

    private static final String QUARTILES = """
            with term as materialized (
                select *, count(*) over (partition by indicator, year, below) as wanted from unnest(
                    cast(:indicators as text[]), cast(:years as int[]), cast(:sides as boolean[]),
                    cast(:rows as text[]), cast(:rowYears as int[]), cast(:scales as numeric[]))
                    as t (indicator, year, below, "row", row_year, scale)),
            sent as materialized (
                select p.id, p.unit_code = :unit as own, v.content -> 'figures' as figures
                from participant p
                    join lateral (select x.content from report_version x
                        where x.report_id = p.id order by x.number desc limit 1) v on true
                where p.campaign_id = :campaign and p.category = :category and not p.office),
            number as materialized (
                select sent.id, typed.key as "row", cast(cell.key as int) as year,
                       case when cell.value = '-' then 0 else cast(cell.value as numeric) end as value
                from sent
                    cross join lateral jsonb_each(sent.figures) typed
                    cross join lateral jsonb_each_text(typed.value) cell
                where typed.key in (select "row" from term) and cell.value ~ '^(-|-?[0-9]+([.][0-9]+)?)$'),
            side as (
                select number.id, term.indicator, term.year, term.below, term.scale, sum(number.value) as value
                from term join number on number."row" = term."row" and number.year = term.row_year
                group by number.id, term.indicator, term.year, term.below, term.scale, term.wanted
                having count(*) = term.wanted),
            compared as (
                select above.id, above.indicator, above.year,
                       case when above.scale = 0 then above.value
                            else div(above.value * above.scale * 10000000000, nullif(below.value, 0)) * 0.0000000001
                       end as value
                from side above
                    left join side below on below.id = above.id and below.indicator = above.indicator
                        and below.year = above.year and below.below
                where not above.below),
            ranked as (
                select indicator, year,
                       max(value) filter (where sent.own) as own,
                       array_agg(value order by value) filter (where not sent.own) as v
                from compared join sent using (id)
                where value is not null
                group by indicator, year)
            select indicator, year, own, coalesce(array_length(v, 1), 0) as units,
                   quartile(v, 1) as lower, quartile(v, 2) as median, quartile(v, 3) as upper
            from ranked""";

    private final JdbcClient jdbc;
    private final ReportDrafting reports;

    PeerFigures(JdbcClient jdbc, ReportDrafting reports) {
        this.jdbc = jdbc;
        this.reports = reports;
    }

    /** Of every year, and of the sum over the years where the period's column is one. */
    public List<PeerFigure> of(String campaign, String unit, String appendix) {
        ReportView view = reports.unitView(campaign, unit);
        FigureForm form = view.form().figures();
        List<String> rows = rows(form, appendix);
        Map<String, SizeBasis> comparisons = SizeBasis.of(form).stream()
                .filter(comparison -> rows.contains(comparison.row().code()))
                .collect(Collectors.toMap(comparison -> comparison.row().code(), Function.identity()));
        List<Term> terms = comparisons.values().stream()
                .flatMap(comparison -> terms(form, comparison).stream())
                .toList();
        return jdbc.sql(QUARTILES)
                .param("campaign", view.campaign().id())
                .param("category", view.participant().category())
                .param("unit", unit)
                .param("indicators", array(terms, Term::indicator, String[]::new))
                .param("years", array(terms, Term::year, Integer[]::new))
                .param("sides", array(terms, Term::below, Boolean[]::new))
                .param("rows", array(terms, Term::row, String[]::new))
                .param("rowYears", array(terms, Term::rowYear, Integer[]::new))
                .param("scales", array(terms, Term::scale, BigDecimal[]::new))
                .query((row, i) -> figure(row, comparisons))
                .list();
    }

    private static List<String> rows(FigureForm form, String appendix) {
        return form.appendices().stream()
                .filter(one -> one.code().equals(appendix))
                .findFirst()
                .map(Appendix::indicators)
                .orElseThrow(() -> DomainException.notFound("Không có phụ lục “" + appendix + "”."))
                .stream()
                .map(Indicator::code)
                .toList();
    }

    private static List<Term> terms(FigureForm form, SizeBasis comparison) {
        Indicator row = comparison.row();
        List<Integer> open = form.years(row.code()).stream()
                .filter(year -> !row.isBefore(year))
                .toList();
        List<Term> terms = new ArrayList<>();
        for (int year : open) {
            add(terms, comparison, year, List.of(year));
        }
        if (row.periodAgg().op().equals("sum")) {
            add(terms, comparison, PERIOD, open);
        }
        return terms;
    }

    private static void add(List<Term> terms, SizeBasis comparison, int year, List<Integer> from) {
        // No scale says that there is nothing to divide by.
        BigDecimal scale = comparison.below().isEmpty() ? BigDecimal.ZERO : comparison.scale();
        String code = comparison.row().code();
        for (int rowYear : from) {
            comparison.above().forEach(row -> terms.add(new Term(code, year, false, row, rowYear, scale)));
            comparison.below().forEach(row -> terms.add(new Term(code, year, true, row, rowYear, scale)));
        }
    }

    private static PeerFigure figure(ResultSet row, Map<String, SizeBasis> comparisons) throws SQLException {
        String indicator = row.getString("indicator");
        int year = row.getInt("year");
        SizeBasis comparison = Objects.requireNonNull(comparisons.get(indicator));
        return new PeerFigure(
                indicator,
                year == PERIOD ? null : year,
                row.getBigDecimal("own"),
                row.getInt("units"),
                row.getBigDecimal("lower"),
                row.getBigDecimal("median"),
                row.getBigDecimal("upper"),
                comparison.words(),
                comparison.marked());
    }

    private static <T> T[] array(List<Term> terms, Function<Term, T> part, IntFunction<T[]> made) {
        return terms.stream().map(part).toArray(made);
    }
}
