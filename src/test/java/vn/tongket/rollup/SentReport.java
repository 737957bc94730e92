package vn.tongket.rollup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.report.ReportService;

/** A report with these figures and no others, signed by SQL, whatever the checks say of them, and registered. */
public final class SentReport {

    private SentReport() {}

    public static void of(
            ApplicationContext context, String campaign, String unit, Map<String, Map<String, String>> figures) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            sign(context.getBean(JdbcClient.class), campaign, unit, json(context, figures));
            context.getBean(ReportService.class).register(campaign, unit, () -> 1);
        });
    }

    private static void sign(JdbcClient jdbc, String campaign, String unit, String figures) {
        jdbc.sql("""
                        with place as (select p.id from participant p join campaign c on c.id = p.campaign_id
                            where c.code = :campaign and p.unit_code = :unit),
                        sent as (update report set state = 'SUBMITTED', version = version + 1
                            where id in (select id from place))
                        insert into report_version (report_id, number, document_number, signed_on, signed_by, sent_at,
                            content, content_hash, hash)
                        select id, coalesce((select max(number) from report_version where report_id = id), 0) + 1, '1/BC',
                            '2017-10-01', 'chutich', '2017-10-01 09:00+07',
                            jsonb_build_object('figures', cast(:figures as jsonb)), 'none', gen_random_uuid()
                        from place""")
                .param("campaign", campaign)
                .param("unit", unit)
                .param("figures", figures)
                .update();
    }

    private static String json(ApplicationContext context, Map<String, Map<String, String>> figures) {
        try {
            return context.getBean(ObjectMapper.class).writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
