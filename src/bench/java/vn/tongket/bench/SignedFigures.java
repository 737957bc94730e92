package vn.tongket.bench;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.cost.SizedCampaign;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;

/**
 * Reports signed by SQL: the version with its figures and the state that the chair's signature gives, and nothing else,
 * neither texts, lists nor history. Each has figures of its own; of a hundred cells two say {@code ...}, one {@code x},
 * one {@code -}, and one is blank.
 */
final class SignedFigures {

    /** Of so many units one sends nothing. */
    private static final int ONE_IS_MISSING_OF = 23;

    private static final String SIGN = """
            sent as (update report set state = 'SUBMITTED', version = version + 1 where id in (select id from filled)
                returning id)
            insert into report_version (report_id, number, document_number, signed_on, signed_by, sent_at, content,
                content_hash, hash)
            select sent.id, 1, '1/BC', '2017-10-01', 'chutich', '2017-10-01 09:00+07',
                jsonb_build_object('figures', filled.figures), 'none', gen_random_uuid()
            from sent join filled on filled.id = sent.id""";

    private static final String OWN_FIGURES = """
            with drawn as (
                select p.id, cell.row_code, cell.year, cell.decimal, abs(hashtext(p.unit_code || '/' || cell.place)) as draw
                from participant p join report r on r.id = p.id join campaign c on c.id = p.campaign_id,
                    unnest(cast(:rows as text[]), cast(:years as text[]), cast(:decimals as boolean[]))
                        with ordinality as cell (row_code, year, decimal, place)
                where c.code = :campaign and r.state = 'NOT_STARTED' and p.position % :oneMissing <> 7),
            filled_row as (
                select id, row_code, jsonb_object_agg(year, case draw % 100
                        when 0 then '...' when 1 then '...' when 2 then 'x' when 3 then '-'
                        else (draw / 100 % 5000 + 1) || case when decimal then '.5' else '' end end) as years
                from drawn where draw % 100 <> 4 group by id, row_code),
            filled as (select id, jsonb_object_agg(row_code, years) as figures from filled_row group by id),
            """;

    private static final String DRAFTED_FIGURES = """
            with filled as (select p.id, f.cells as figures
                from participant p join campaign c on c.id = p.campaign_id join report_figures f on f.report_id = p.id
                where c.code = :campaign),
            """;

    private final JdbcClient jdbc;
    private final List<String> rows = new ArrayList<>();
    private final List<String> years = new ArrayList<>();
    private final List<Boolean> decimals = new ArrayList<>();

    SignedFigures(JdbcClient jdbc, List<Appendix> appendices) {
        this.jdbc = jdbc;
        FigureForm form = FigureForm.whole(appendices, null);
        for (Indicator row : form.indicators()) {
            if (!row.computed() && !row.isText()) {
                form.years(row.code()).stream()
                        .filter(year -> !form.isClosed(row, year))
                        .forEach(year -> add(row, year));
            }
        }
    }

    private void add(Indicator row, int year) {
        rows.add(row.code());
        years.add(String.valueOf(year));
        decimals.add(row.fractionDigits() > 0);
    }

    /** All units of the campaign that have not begun, but those that send nothing. */
    void signOwn(SizedCampaign campaign) {
        jdbc.sql(OWN_FIGURES + SIGN)
                .param("campaign", campaign.code())
                .param("rows", rows.toArray(String[]::new))
                .param("years", years.toArray(String[]::new))
                .param("decimals", decimals.toArray(Boolean[]::new))
                .param("oneMissing", ONE_IS_MISSING_OF)
                .update();
    }

    /** The reports of the campaign as they were drafted, here: as the product carried them up. */
    void signDrafts(SizedCampaign campaign) {
        jdbc.sql(DRAFTED_FIGURES + SIGN)
                .param("campaign", campaign.code())
                .update();
    }

    /** The units whose reports were sent and are not registered. */
    List<String> sent(SizedCampaign campaign) {
        return inState(campaign, "SUBMITTED");
    }

    /** The units whose reports wait for the head's decision. */
    List<String> registered(SizedCampaign campaign) {
        return inState(campaign, "UNDER_REVIEW");
    }

    private List<String> inState(SizedCampaign campaign, String state) {
        return jdbc.sql("""
                        select p.unit_code from participant p join report r on r.id = p.id
                            join campaign c on c.id = p.campaign_id
                        where c.code = ? and r.state = ? order by p.position""").params(campaign.code(), state).query(String.class).list();
    }
}
