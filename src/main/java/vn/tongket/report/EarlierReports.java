package vn.tongket.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.shared.Vietnamese;

/**
 * Last time's report at hand: accepted reports of the same unit in campaigns of the same issuer with an earlier
 * deadline.
 */
@Service
@Transactional(readOnly = true)
public class EarlierReports {

    /** The text of one heading as it stood in an earlier report; {@code heading} is its title there. */
    public record EarlierText(String campaign, String title, LocalDate signedOn, String heading, String text) {}

    /** Reviews come every five years or so; who looks further back goes to the archive. */
    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Reports reports;
    private final CampaignDefinitions definitions;

    EarlierReports(JdbcClient jdbc, Reports reports, CampaignDefinitions definitions) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.definitions = definitions;
    }

    /** The newest of them. */
    public Optional<EarlierReport> of(String campaign, String unit) {
        return before(reports.find(campaign, unit), 1).stream().findFirst();
    }

    /**
     * For each heading of this campaign the newest earlier text under a heading of the same code or, failing that, the
     * same title; headings without one are left out.
     */
    public Map<String, EarlierText> texts(String campaign, String unit) {
        var place = reports.find(campaign, unit);
        List<EarlierReport> earlier = before(place, MOST);
        Map<String, EarlierText> texts = new LinkedHashMap<>();
        for (Section section : reports.form(place).sections()) {
            earlier.stream()
                    .flatMap(report -> text(section, report))
                    .findFirst()
                    .ifPresent(text -> texts.put(section.code(), text));
        }
        return texts;
    }

    private static Stream<EarlierText> text(Section section, EarlierReport report) {
        List<Section> there = report.file().sections();
        List<Section> byTitle = there.stream()
                .filter(other -> fold(other.title()).equals(fold(section.title())))
                .toList();
        return Stream.concat(
                        there.stream().filter(other -> other.code().equals(section.code())),
                        // A title that stands there twice says nothing about which is meant.
                        byTitle.size() == 1 ? byTitle.stream() : Stream.empty())
                .flatMap(other -> Stream.ofNullable(written(report, other)))
                .limit(1);
    }

    private static @Nullable EarlierText written(EarlierReport report, Section section) {
        String text = report.version().content().sections().getOrDefault(section.code(), "");
        return text.isBlank()
                ? null
                : new EarlierText(
                        report.campaign(), report.title(), report.version().signedOn(), section.heading(), text);
    }

    private static String fold(String title) {
        return Vietnamese.fold(title).strip();
    }

    private List<EarlierReport> before(Reports.Place place, int most) {
        return jdbc.sql("""
                        select c.id as campaign_id, c.code, c.title, p.category, p.leaf, v.*
                        from participant p
                        join report r on r.id = p.id and r.state in ('ACCEPTED', 'CONSOLIDATED')
                        join campaign c on c.id = p.campaign_id
                            and c.issuer_id = :issuer and c.nominal_deadline < :deadline
                        join lateral (select * from report_version x
                            where x.report_id = r.id and x.number = coalesce(r.counted_version, x.number)
                            order by x.number desc limit 1) v on true
                        where p.unit_id = :unit
                        order by c.nominal_deadline desc, c.code
                        limit :most""")
                .param("issuer", place.campaign().issuerId())
                .param("deadline", place.campaign().deadline().nominalDeadline())
                .param("unit", place.participant().unitId())
                .param("most", most)
                .query((row, i) -> earlier(row, place.participant().unitId()))
                .list();
    }

    private EarlierReport earlier(ResultSet row, UUID unit) throws SQLException {
        CampaignFile file = definitions.of(row.getObject("campaign_id", UUID.class));
        return new EarlierReport(
                row.getString("code"),
                row.getString("title"),
                file,
                reports.form(file, row.getString("category"), row.getBoolean("leaf"), unit),
                reports.version(row));
    }
}
