package vn.tongket.report;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignService;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;

/**
 * Figures of the issuer's office that look like a grand total: at least as large as those of all its units together.
 * They would be counted twice. One statement over the last versions that units sent, as they typed them; a hint, for an
 * office may well be larger than the few that have sent.
 */
@Service
@Transactional(readOnly = true)
public class OfficeOverlap {

    /**
     * One such figure, of the last year.
     *
     * @param indicator its row
     * @param year the last one
     * @param place the row in words
     * @param office what the office typed
     * @param units the sum over the units
     * @param sent how many units gave a number
     * @param digits after the comma, to show both with
     */
    public record Doubtful(
            String indicator, int year, String place, BigDecimal office, BigDecimal units, int sent, int digits) {}

    private record Found(String indicator, BigDecimal office, BigDecimal units, int sent) {}

    private static final String COMPARE = """
            with wanted as (
                select * from unnest(cast(:indicators as text[]), cast(:years as text[]))
                    with ordinality as w (indicator, year, place)),
            own as materialized (
                select w.indicator, w.year, w.place, cast(f.cells -> w.indicator ->> w.year as numeric) as value
                from wanted w join report_figures f on f.report_id = :office
                where f.cells -> w.indicator ->> w.year ~ '^[0-9]+([.][0-9]+)?$'),
            sent as materialized (
                select v.figures from report r join participant p on p.id = r.id and not p.office
                    join lateral (select x.content -> 'figures' as figures from report_version x
                        where x.report_id = r.id order by x.number desc limit 1) v on true
                where r.campaign_id = :campaign and r.state in (:sent) and exists (select from own where value > 0))
            select own.indicator, own.value as office, sum(case cell.value when '-' then 0
                    else cast(cell.value as numeric) end) as units, count(*) as sent
            from own cross join sent
                cross join lateral (select sent.figures -> own.indicator ->> own.year as value) cell
            where own.value > 0 and cell.value ~ '^(-|-?[0-9]+([.][0-9]+)?)$'
            group by own.indicator, own.value, own.place
            having own.value >= sum(case cell.value when '-' then 0 else cast(cell.value as numeric) end)
                and sum(case cell.value when '-' then 0 else cast(cell.value as numeric) end) > 0
            order by own.place""";

    private final CampaignService campaigns;
    private final Reports reports;
    private final JdbcClient jdbc;

    OfficeOverlap(CampaignService campaigns, Reports reports, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.jdbc = jdbc;
    }

    /** In the order of the form; none while no unit has sent. */
    public List<Doubtful> of(String campaign) {
        var place = reports.find(campaign, campaigns.issuer(campaign));
        FigureForm form = reports.form(place).figures();
        List<Indicator> rows = summed(campaigns.definition(campaign), form);
        return jdbc
                .sql(COMPARE)
                .param("indicators", texts(rows.stream().map(Indicator::code).toList()))
                .param(
                        "years",
                        texts(rows.stream()
                                .map(row -> String.valueOf(lastYear(form, row.code())))
                                .toList()))
                .param("office", place.report().id())
                .param("campaign", place.campaign().id())
                .param("sent", List.of("SUBMITTED", "UNDER_REVIEW", "ACCEPTED", "CONSOLIDATED"))
                .query(Found.class)
                .list()
                .stream()
                .map(found -> doubtful(form, found))
                .toList();
    }

    /** Those that every unit fills in and whose total is their sum; the office's form itself asks for nothing. */
    private static List<Indicator> summed(CampaignFile file, FigureForm form) {
        return file.appendices().stream()
                .map(Appendix::indicators)
                .flatMap(List::stream)
                .filter(row -> row.required() && !row.computed() && !row.isText())
                .filter(row -> row.unitAgg().op().equals("sum"))
                .filter(row -> !form.years(row.code()).isEmpty())
                .toList();
    }

    private static int lastYear(FigureForm form, String indicator) {
        List<Integer> years = form.years(indicator);
        return years.get(years.size() - 1);
    }

    private static Doubtful doubtful(FigureForm form, Found found) {
        Indicator row = form.indicator(found.indicator());
        int year = lastYear(form, found.indicator());
        return new Doubtful(
                found.indicator(),
                year,
                form.place(found.indicator(), year),
                found.office(),
                found.units(),
                found.sent(),
                row == null ? 0 : row.fractionDigits());
    }

    private static SqlParameterValue texts(List<String> values) {
        return new SqlParameterValue(Types.ARRAY, values.toArray(String[]::new));
    }
}
