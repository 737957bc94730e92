package vn.tongket.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Participant;
import vn.tongket.campaign.Participants;
import vn.tongket.report.ReportCommands.ReceivePlan;
import vn.tongket.report.ReportCommands.ReviewForm;
import vn.tongket.report.ReportCommands.SignReport;
import vn.tongket.report.ReportService;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;

/**
 * What a full report takes on disk: ten unions' samples, signed, each copied twenty times into tables of the same making
 * with nothing else in them; rows, pages, TOAST and indexes, by report. Files, uploads and history are not counted.
 */
@TongketIT
class StoredBytesIT {

    private static final String CAMPAIGN = "TK.BYTES-2017";
    private static final int UNIONS = 10;
    private static final int COPIES = 20;

    /** Tables with all columns after the report's id, in order; a hash stays unique. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("report_section", "section, text, edited_by, edited_at, version");
        COLUMNS.put("report_figures", "cells, edited_by, edited_at, version");
        COLUMNS.put("report_list", "list, rows, edited_by, edited_at, version");
        COLUMNS.put(
                "report_version",
                "number, document_number, signed_on, signed_by, sent_at, incoming_number, content, content_hash,"
                        + " md5(hash || copy) || md5(copy || hash)");
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private Participants participants;

    @Autowired
    private Samples samples;

    @Autowired
    private ReportService reports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    /** The bound is what the compact form is for: a tenth of what one row for each cell would take. */
    @Test
    void aReportsFiguresTakeATenthOfARowForEachCell() {
        IssuedCampaign.of(context, CAMPAIGN);
        UUID campaign = campaigns.campaign(CAMPAIGN).id();
        List<Participant> unions = participants.of(campaign).subList(0, UNIONS);
        unions.forEach(this::sign);
        Map<String, Long> bytes = new LinkedHashMap<>();

        transaction.executeWithoutResult(status -> {
            COLUMNS.forEach((table, columns) -> bytes.put(table, copied(campaign, table, columns)));
            bytes.put("one row for each cell", byCell());
            bytes.put("cells", count("select count(*) from copy_cell") / (UNIONS * COPIES));
            bytes.put("cells as one value", count("select avg(pg_column_size(cells)) from copy_report_figures"));
            bytes.put("version as one value", count("select avg(pg_column_size(content)) from copy_report_version"));
            status.setRollbackOnly();
        });

        System.out.println("Bytes of a report: " + bytes);
        assertThat(bytes.get("cells")).isGreaterThan(1000);
        assertThat(bytes.get("report_figures")).isLessThan(bytes.get("one row for each cell") / 10);
    }

    private void sign(Participant union) {
        String unit = union.unitCode();
        samples.fillIn(CAMPAIGN, union);
        reports.receivePlan(
                CAMPAIGN,
                unit,
                new ReceivePlan(ReviewForm.OWN_CONFERENCE, "Cán bộ phụ trách", LocalDate.of(2017, 10, 20)),
                "canbo");
        reports.finishWriting(CAMPAIGN, unit, "canbo");
        reports.sign(CAMPAIGN, unit, new SignReport("12/BC-CĐ", LocalDate.of(2017, 9, 5)), "chutich");
    }

    private long copied(UUID campaign, String table, String columns) {
        jdbc.sql("create temporary table copy_%1$s (like %1$s including all) on commit drop".formatted(table))
                .update();
        jdbc.sql("""
                        insert into copy_%1$s
                        select cast(md5(report_id::text || copy) as uuid), %2$s
                        from %1$s, generate_series(1, ?) as copy
                        where report_id in (select id from report where campaign_id = ?)""".formatted(table, columns)).params(COPIES, campaign).update();
        return byReport("copy_" + table);
    }

    private long byCell() {
        jdbc.sql("""
                        create temporary table copy_cell (report_id uuid, indicator text, year smallint, value text,
                            primary key (report_id, indicator, year)) on commit drop""").update();
        jdbc.sql("""
                        insert into copy_cell
                        select report_id, line.key, cast(cell.key as smallint), cell.value
                        from copy_report_figures, jsonb_each(cells) as line, jsonb_each_text(line.value) as cell""").update();
        return byReport("copy_cell");
    }

    private long byReport(String table) {
        return count("select pg_total_relation_size('" + table + "')") / (UNIONS * COPIES);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
