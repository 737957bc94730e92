package vn.tongket.crash;

import static vn.tongket.cluster.GeneratedCampaign.CODE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.cluster.GeneratedCampaign;
import vn.tongket.cluster.Node;
import vn.tongket.support.Person;

/** What must hold after all kills as if there had been none: each with what was expected and what was found. */
final class Invariants {

    /** One of them, in words. */
    record Line(String invariant, long expected, long found) {
        boolean holds() {
            return expected == found;
        }
    }

    private static final String REPORTS = "from report r join participant p on p.id = r.id where " + ofCampaign("p");
    private static final String VERSIONS =
            "from report_version v join participant p on p.id = v.report_id where " + ofCampaign("p");
    private static final String INCOMING = "from incoming_document i where " + ofCampaign("i");

    /** 2008 to 2017. */
    private static final int YEARS = 10;

    private final JdbcClient sql;
    private final GeneratedCampaign campaign;
    private final List<Line> lines = new ArrayList<>();
    private final int units;
    private final int required;
    private final int silent;
    private final int returned;

    Invariants(JdbcClient sql, GeneratedCampaign campaign, CampaignWay way) {
        this.sql = sql;
        this.campaign = campaign;
        this.required = campaign.required().size();
        this.units = required + campaign.coordinated().size();
        this.silent = way.silent().size();
        this.returned = way.returned().size();
    }

    List<Line> all(List<Node> nodes) {
        unitsOnce();
        numbers();
        notices();
        engine();
        nodes.forEach(this::overHttp);
        return lines;
    }

    private void unitsOnce() {
        int sent = units - silent;
        holds("participants", units, "select count(distinct unit_code) from participant p where " + ofCampaign("p"));
        holds("reports", units, "select count(*) " + REPORTS);
        holds("reports consolidated", sent, "select count(*) " + REPORTS + " and r.state = 'CONSOLIDATED'");
        holds("reports closed as not sent", silent, "select count(*) " + REPORTS + " and r.state = 'NOT_SUBMITTED'");
        holds(
                "reports that add to the totals",
                sent,
                "select count(*) from contribution k join report r on r.id = k.report_id and r.counted_version = k.version"
                        + " where " + ofCampaign("k"));
        holds("versions", sent + returned, "select count(*) " + VERSIONS);
        holds("units with two versions", returned, "select count(*) " + VERSIONS + " and v.number = 2");
        holds(
                "reports that count their last version",
                sent,
                "select count(*) " + REPORTS
                        + " and r.counted_version = (select max(number) from report_version v where v.report_id = r.id)");
        decisions("Tiếp nhận kế hoạch", sent);
        decisions("Tổ chức tổng kết", sent);
        decisions("Trình ký", sent + returned);
        decisions("Trả lại báo cáo", returned);
        decisions("Chấp nhận báo cáo", sent);
        decisions("Khóa nhận báo cáo", 1);
        decisions("Lưu hồ sơ", 1);
    }

    private void numbers() {
        int versions = units - silent + returned;
        holds("incoming documents", versions, "select count(*) " + INCOMING);
        holds("  lowest number", 1, "select min(number) " + INCOMING);
        holds("  highest number", versions, "select max(number) " + INCOMING);
        holds("  different numbers", versions, "select count(distinct number) " + INCOMING);
        holds(
                "  same as on the version",
                versions,
                "select count(*) " + INCOMING
                        + " and exists (select 1 from report_version v join participant p on p.id = v.report_id"
                        + " where p.campaign_id = i.campaign_id and p.unit_code = i.unit_code"
                        + " and v.number = i.report_version and v.incoming_number = i.number)");
        holds("  register stands at", versions, register("đến"));
        holds("plan's register stands at", 1, register("KH-CĐKT"));
        holds("report's register stands at", 1, register("BC-CĐKT"));
        for (String kind : List.of("PLAN", "OUTLINE", "APPENDICES", "INVITATION", "REPORT", "DOSSIER")) {
            holds(
                    "documents " + kind,
                    1,
                    "select count(*) from official_document d where " + ofCampaign("d") + " and kind = '" + kind + "'");
        }
    }

    private static String register(String series) {
        return "select max(last) from number_register where series = '" + series
                + "' and owner_id = (select issuer_id from campaign where code = '" + CODE + "')";
    }

    private void notices() {
        notices("PLAN_ISSUED", units);
        notices("REMINDER", units);
        notices("RECEIPT", units - silent + returned);
        notices("RETURNED", returned);
        notices("INVITATION", required);
        notices("REPORT_UPWARD", 1);
        String ofCampaign = "from notice n left join notice_recipient r on r.notice_id = n.id"
                + " left join mail x on x.id = r.mail_id where " + ofCampaign("n");
        holds(
                "notices not handed over",
                0,
                "select count(*) " + ofCampaign + " and x.state is distinct from 'HANDED_OVER'");
        holds(
                "notices without their mail",
                0,
                "select count(*) " + ofCampaign
                        + " and not exists (select 1 from demo_mail m where m.message_id = x.message_id)");
        holds(
                "mails under any other Message-ID",
                0,
                "select count(*) from demo_mail m"
                        + " where not exists (select 1 from mail x where m.message_id = x.message_id)");
    }

    /** Repeated hand-overs, each under the Message-ID of the first. */
    long repeatedMails() {
        return number("select coalesce(sum(copies - 1), 0) from demo_mail");
    }

    private void engine() {
        String ofUnits = "from act_hi_procinst where business_key_ like '" + CODE + "/%'";
        holds("unit processes started", units, "select count(*) " + ofUnits);
        holds("  for different units", units, "select count(distinct business_key_) " + ofUnits);
        holds(
                "  ended accepted",
                units - silent,
                "select count(*) " + ofUnits + " and end_act_id_ = 'EndEvent_ReportAccepted'");
        holds(
                "  ended at the lock",
                silent,
                "select count(*) " + ofUnits + " and state_ = 'COMPLETED'"
                        + " and id_ in (select proc_inst_id_ from act_hi_actinst where act_id_ = 'EndEvent_ClosedAtLock')");
        holds(
                "campaign process archived",
                1,
                "select count(*) from act_hi_procinst where business_key_ = '" + CODE
                        + "' and end_act_id_ = 'EndEvent_CampaignArchived'");
        holds("open tasks", 0, "select count(*) from act_ru_task where name_ like '%" + CODE + "'");
        holds("running instances", 0, "select count(*) from act_ru_execution where business_key_ like '" + CODE + "%'");
        holds("incidents", 0, "select count(*) from act_ru_incident");
        holds("jobs out of retries", 0, "select count(*) from act_ru_job where retries_ = 0");
        holds(
                "jobs left of ended instances",
                0,
                "select count(*) from act_ru_job where process_instance_id_ is not null");
    }

    private void overHttp(Node node) {
        Person admin = Person.script(node.port(), "admin", "demo");
        String campaign = admin.get("/api/campaigns/" + CODE).body();
        is(node.name() + ": campaign archived", 1, campaign.contains("\"state\":\"archived\"") ? 1 : 0);
        List<String> files = names(admin.bytes("/api/campaigns/" + CODE + "/dossier"));
        is(
                node.name() + ": reports in the dossier",
                units - silent,
                files.stream().filter(file -> file.startsWith("bao-cao/")).count());
        is(
                node.name() + ": official documents in it",
                5,
                files.stream().filter(file -> file.startsWith("van-ban/")).count());
        totals(node.name(), tree(admin.get("/api/campaigns/" + CODE + "/rollup").body()));
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** Each total that is a sum of typed cells, against the sum over the versions that the lock fixed. */
    private void totals(String node, JsonNode rollUp) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        sql.sql("""
                        select row.key || '/' || cell.key as place,
                            sum(case cell.value when '-' then 0 else cast(cell.value as numeric) end) as total
                        from report r join participant p on p.id = r.id
                            join report_version v on v.report_id = r.id and v.number = r.counted_version
                            cross join lateral jsonb_each(v.content -> 'figures') row
                            cross join lateral jsonb_each_text(row.value) cell
                        where %s and cell.value ~ '^(-|-?[0-9]+([.][0-9]+)?)$' and exists (
                            select from campaign_definition d, jsonb_path_query(d.content, '$.appendices[*].indicators[*]') i
                            where d.campaign_id = p.campaign_id and i ->> 'code' = row.key
                                and i -> 'unit_agg' ->> 'op' = 'sum')
                        group by row.key, cell.key""".formatted(ofCampaign("p"))).query(row -> {
            sums.put(row.getString("place"), row.getBigDecimal("total"));
        });
        is(node + ": cells with a sum", campaign.indicators().size() * YEARS, sums.size());
        is(
                node + ": totals that differ from it",
                0,
                sums.entrySet().stream()
                        .filter(sum -> {
                            String[] place = sum.getKey().split("/");
                            JsonNode value =
                                    rollUp.path(place[0]).path(place[1]).path("value");
                            return !value.isTextual()
                                    || new BigDecimal(value.textValue()).compareTo(sum.getValue()) != 0;
                        })
                        .count());
    }

    private static List<String> names(byte[] zip) {
        List<String> names = new ArrayList<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return names;
    }

    private void decisions(String kind, int expected) {
        String ofKind = kind.equals("Trình ký") ? " and kind = 'Trình ký'" : " and kind like '" + kind + "%'";
        holds(
                "decisions “" + kind + "”",
                expected,
                "select count(*) from decision c where " + ofCampaign("c") + ofKind);
    }

    private void notices(String kind, int expected) {
        holds(
                "notices " + kind,
                expected,
                "select count(*) from notice n where " + ofCampaign("n") + " and kind = '" + kind + "'");
    }

    private static String ofCampaign(String alias) {
        return alias + ".campaign_id = (select id from campaign where code = '" + CODE + "')";
    }

    private void holds(String invariant, long expected, String query) {
        is(invariant, expected, number(query));
    }

    private void is(String invariant, long expected, long found) {
        lines.add(new Line(invariant, expected, found));
    }

    private long number(String query) {
        return sql.sql(query).query(Long.class).optional().orElse(-1L);
    }
}
