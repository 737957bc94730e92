package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.tongket.rollup.evaluation.Level.Seat;
import vn.tongket.rollup.evaluation.Level.Union;

/** Trees of campaigns in the product's tables, as if issued, sent, returned and locked: by SQL, in batches. */
final class TreeTables {

    private static final String CATEGORY = """
            insert into unit_category (code, label, tier, position) values (?, ?, ?, 1000)
            on conflict (code) do nothing""";

    private static final String UNIT = """
            insert into union_unit (id, code, group_key, name, short_name, category, parent_id, reporting_mode,
                sort_order, valid_from, version)
            values (?, ?, upper(?), ?, ?, ?, ?, 'REQUIRED', 0, cast(? as date), 0)
            on conflict (code) do nothing""";

    private static final String PLAN = """
            {"documentTitle": "KẾ HOẠCH", "numberPattern": "{so}/KH", "lead": [], "sections": [], "recipients": [],
             "signature": {"authority": "TM. BAN THƯỜNG VỤ", "title": "CHỦ TỊCH"}}""";

    private static final String CAMPAIGN = """
            insert into campaign (id, code, type, title, issuer_id, reports_to_id, state, plan, milestones,
                reminder_offsets, nominal_deadline, semantics, roll, created_at, issued_at, locked_at, version)
            values (?, ?, 'tong_ket', 'Tổng kết', ?, ?, ?, '%s', '[]', '[]', '2017-11-05', 'BEFORE', 'NONE',
                now(), now(), case when ? then now() end, 0)""".formatted(PLAN);

    private static final String DEFINITION =
            "insert into campaign_definition (campaign_id, content) values (?, cast(? as jsonb))";

    private static final String PARTICIPANT = """
            insert into participant (id, campaign_id, unit_id, unit_code, unit_name, short_name, category, parent_id,
                leaf, required, position, office, counted_in, categories_below)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as text[]))""";

    private static final String REPORT =
            "insert into report (id, campaign_id, state, counted_version, version) values (?, ?, ?, ?, 0)";

    private static final String VERSION = """
            insert into report_version (report_id, number, document_number, signed_on, signed_by, sent_at, content,
                content_hash, hash)
            values (?, ?, '1/BC', '2017-10-01', 'chutich', '2017-10-01 09:00+07',
                jsonb_build_object('sections', '{}'::jsonb, 'figures', cast(? as jsonb), 'lists', '{}'::jsonb), 'none',
                gen_random_uuid())""";

    /** A report that waits for the totals of the union's own campaign. */
    record Upward(UUID report, String campaign, String unit, Level own, States.Sent sent) {}

    private final JdbcTemplate sql;
    private final JsonNode model;
    private final Rowsets rows = new Rowsets();
    private final List<Upward> upward = new ArrayList<>();

    /** {@code model} is a sound campaign file, of which a random one takes all but head, appendices and rules. */
    TreeTables(JdbcTemplate sql, JsonNode model) {
        this.sql = sql;
        this.model = model;
    }

    /**
     * Puts them in; their codes must be new. The reports of unions with campaigns of their own are not sent yet: they
     * are answered, those of the lowest campaigns first, and wait for {@link #send}.
     */
    List<Upward> insert(List<Level> trees) {
        trees.forEach(tree -> {
            rows.unit(tree.issuer(), null);
            collect(tree, null, id("campaign", tree.code()));
        });
        rows.write();
        upward.sort(Comparator.comparing(report -> report.own().depth()));
        return upward;
    }

    /** What was carried into them is there: they are sent as they are meant to be. */
    void send(List<Upward> reports) {
        sql.batchUpdate(
                "update report set state = ?, counted_version = ? where id = ?",
                reports.stream()
                        .map(report -> new Object[] {
                            report.sent().state(), report.sent().counted(), report.report()
                        })
                        .toList());
    }

    private void collect(Level level, UUID feeds, UUID root) {
        States states = States.of(level, feeds != null);
        UUID campaign = id("campaign", level.code());
        UUID issuer = unitId(level.issuer());
        JsonNode file = Files.whole(model, level);
        rows.campaigns.add(new Object[] {campaign, level.code(), issuer, issuer, states.campaign(), states.isLocked()});
        if (feeds != null) {
            rows.feeding.add(new Object[] {feeds, root, campaign});
        }
        rows.definitions.add(new Object[] {campaign, file.toString()});
        int position = 0;
        for (Seat seat : level.seats()) {
            rows.unit(seat.union(), level.issuer());
            UUID report = participant(level, seat, position++, false);
            States.Sent sent = states.of(seat);
            if (seat.own() == null || seat.figures() == null) {
                report(level, report, sent, seat.figures());
            } else {
                report(level, report, sent.unsent(), seat.figures());
                upward.add(new Upward(report, level.code(), seat.union().code(), seat.own(), sent));
            }
            if (seat.own() != null) {
                collect(seat.own(), report, root);
            }
        }
        if (level.office() != null || states.hasOpenOffice()) {
            UUID report = participant(
                    level, new Seat(level.issuer(), false, false, level.office(), null, null), position, true);
            report(level, report, states.ofOffice(level.office()), level.office());
        }
    }

    private UUID participant(Level level, Seat seat, int position, boolean office) {
        Union union = seat.union();
        UUID id = id("participant", level.code() + "/" + union.code());
        rows.participants.add(new Object[] {
            id,
            id("campaign", level.code()),
            unitId(union),
            union.code(),
            "Công đoàn " + union.code(),
            union.code(),
            union.category(),
            unitId(level.issuer()),
            union.leaf(),
            seat.required(),
            position,
            office,
            seat.countedIn() == null ? null : id("campaign", seat.countedIn()),
            "{" + String.join(",", seat.categoriesBelow()) + "}"
        });
        return id;
    }

    /** The versions that do not count hold other figures. */
    private void report(Level level, UUID id, States.Sent sent, JsonNode figures) {
        rows.reports.add(new Object[] {id, id("campaign", level.code()), sent.state(), sent.counted()});
        for (int number = 1; number <= sent.versions(); number++) {
            JsonNode content = number == sent.counts() ? figures : Files.wrong(level);
            rows.versions.add(new Object[] {id, number, content.toString()});
        }
    }

    private static UUID unitId(Union union) {
        return id("unit", union.code());
    }

    private static UUID id(String kind, String code) {
        return UUID.nameUUIDFromBytes((kind + " " + code).getBytes(StandardCharsets.UTF_8));
    }

    /** What goes into each table; {@code feeding} are the reports above that campaigns feed. */
    private final class Rowsets {

        final List<Object[]> categories = new ArrayList<>();
        final List<Object[]> units = new ArrayList<>();
        final List<Object[]> campaigns = new ArrayList<>();
        final List<Object[]> definitions = new ArrayList<>();
        final List<Object[]> participants = new ArrayList<>();
        final List<Object[]> reports = new ArrayList<>();
        final List<Object[]> versions = new ArrayList<>();
        final List<Object[]> feeding = new ArrayList<>();

        void unit(Union union, Union parent) {
            categories.add(new Object[] {union.category(), union.category(), union.tier()});
            units.add(new Object[] {
                unitId(union),
                union.code(),
                union.code(),
                "Công đoàn " + union.code(),
                union.code(),
                union.category(),
                parent == null ? null : unitId(parent),
                union.bornIn() == null ? null : union.bornIn() + "-06-15"
            });
        }

        void write() {
            sql.batchUpdate(CATEGORY, categories);
            sql.batchUpdate(UNIT, units);
            sql.batchUpdate(CAMPAIGN, campaigns);
            sql.batchUpdate(DEFINITION, definitions);
            sql.batchUpdate(PARTICIPANT, participants);
            sql.batchUpdate(REPORT, reports);
            sql.batchUpdate(VERSION, versions);
            sql.batchUpdate("update campaign set parent_report_id = ?, root_id = ? where id = ?", feeding);
            List.of(categories, units, campaigns, definitions, participants, reports, versions, feeding)
                    .forEach(List::clear);
        }
    }
}
