package vn.tongket.rollup;

import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.report.SentFigures;

/**
 * Reports that count but add nothing yet, for they came in before totals were kept. A block of them is taken at a time,
 * each in a transaction of its own; on several nodes, the same twice does no harm.
 */
@Component
public class CatchUp {

    private record Left(String campaign, String unit, int version) {}

    private final JdbcClient jdbc;
    private final SentFigures figures;
    private final ContributionMaker maker;
    private final Contributions contributions;
    private final TransactionTemplate transaction;

    CatchUp(
            JdbcClient jdbc,
            SentFigures figures,
            ContributionMaker maker,
            Contributions contributions,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.maker = maker;
        this.contributions = contributions;
        this.transaction = transaction;
    }

    /** Until nothing is left. */
    @EventListener(ApplicationReadyEvent.class)
    public void all() {
        List<Left> left = next();
        while (!left.isEmpty()) {
            List<Left> block = left;
            transaction.executeWithoutResult(status -> contributions.put(block.stream()
                    .map(one -> maker.of(figures.of(one.campaign(), one.unit(), one.version())))
                    .toList()));
            left = next();
        }
    }

    private List<Left> next() {
        return jdbc.sql("""
                        select c.code as campaign, p.unit_code as unit,
                            coalesce(r.counted_version, (select max(number) from report_version v
                                where v.report_id = r.id)) as version
                        from report r
                            join participant p on p.id = r.id
                            join campaign c on c.id = r.campaign_id
                        where (r.state in ('ACCEPTED', 'CONSOLIDATED')
                                or r.state = 'UNDER_REVIEW' and c.state in ('ISSUED', 'COLLECTING'))
                            and not exists (select from contribution where report_id = r.id)
                        order by p.campaign_id, p.position limit 25""").query(Left.class).list();
    }
}
