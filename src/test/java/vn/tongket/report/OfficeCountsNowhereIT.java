package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Participants;
import vn.tongket.document.UrgingLetters;
import vn.tongket.extension.ExtensionCommands.Ask;
import vn.tongket.extension.Extensions;
import vn.tongket.extension.OpenCampaign;
import vn.tongket.notification.CampaignNotices;
import vn.tongket.notification.NoticeDays;
import vn.tongket.reachability.Reachability;
import vn.tongket.reachability.Reachability.Which;
import vn.tongket.review.PeerFigures;
import vn.tongket.rollup.RollUps;
import vn.tongket.shared.DomainException;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/**
 * The entry of the issuer's office is in no list, no count, no notice, no letter and no extension, though it is a row
 * among the participants, open like those who owe, and of a category that units have.
 */
@TongketIT
class OfficeCountsNowhereIT {

    private static final String ISSUER = "CDXDVN";
    /** A category that required units have: the office would be found with them. */
    private static final String CATEGORY = "CDTCT";

    private static int campaigns;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private OpenCampaign open;
    private String code;
    private UUID campaign;

    @BeforeEach
    void issue() {
        open = new OpenCampaign(context, "TK.NGOAI.%d-2017".formatted(++campaigns));
        code = open.code;
        campaign = context.getBean(CampaignService.class).campaign(code).id();
    }

    @Test
    void everyListAndCountIsWhatItWas() {
        // The unit's own day is the 20th of October.
        jdbc.sql("update campaign set moved_deadline = greatest(moved_deadline, date '2017-11-04') where id = ?")
                .param(campaign)
                .update();
        WholeReport.written(context, code, "SONGDA").sent().registered(1);
        Map<String, Object> before = everything();

        openOffice();

        assertThat(everything()).isEqualTo(before);
        context.getBean(OfficeFigures.class).close(code, "tuyengiao");
        assertThat(everything()).isEqualTo(before);
        assertThat(before.get("page /campaigns/%s/plan").toString()).contains("Sông Đà");
    }

    private Map<String, Object> everything() {
        Map<String, Object> all = new LinkedHashMap<>();
        Progress progress = context.getBean(Progress.class);
        List<UnitStatus> units = progress.units(code);
        all.put("units", units);
        all.put("required", progress.counts(units, true));
        all.put("coordinated", progress.counts(units, false));
        CollectionSummary summary = context.getBean(CollectionSummary.class);
        all.put("summary", summary.of(code));
        all.put("missing", summary.missing(code, 100));
        all.put(
                "states",
                context.getBean(ReportStates.class).counts().stream()
                        .filter(group -> group.campaign().equals(code))
                        .toList());
        Participants participants = context.getBean(Participants.class);
        all.put("participants", participants.of(campaign));
        all.put("count", participants.count(campaign));
        all.put("tiers", participants.byTier(campaign));
        Reachability reachability = context.getBean(Reachability.class);
        all.put("unconfirmed", reachability.unconfirmed(code));
        all.put("contacts", reachability.units(code, Which.ALL, "", 0));
        all.put("peers", context.getBean(PeerFigures.class).of(code, "SONGDA", "PL01"));
        all.put("roll-up", context.getBean(RollUps.class).of(code).year("PL01.LD", 2017));
        Person observer = Person.loggedIn(port, "quansat");
        for (String path : List.of("/api/campaigns/%s", "/api/campaigns/%s/units")) {
            all.put(path, observer.get(path.formatted(code)).body());
        }
        Person department = Person.loggedIn(port, "tuyengiao");
        for (String path : List.of("/campaigns/%s/plan", "/campaigns/%s/contacts", "/campaigns/%s/extensions")) {
            all.put(
                    "page " + path,
                    withoutTokens(department.get(path.formatted(code)).body()));
        }
        return all;
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("(?s)(name=\"(_csrf|csrf-token)\"[^>]*)", "");
    }

    @Test
    void nobodyWaitsForIt() {
        ReportCollection collection = context.getBean(ReportCollection.class);
        openOffice();
        jdbc.sql("update report set state = 'EXEMPT' where campaign_id = ? and id <> ?")
                .params(campaign, office())
                .update();

        assertThat(collection.isHeldOpen(code)).isFalse();
        assertThat(collection.openNext(code, 100)).isZero();
    }

    @Test
    void itsDaysAreNobodysBusiness() {
        openOffice();

        context.getBean(NoticeDays.class).decide(code, LocalDateTime.of(2017, 10, 25, 8, 0));
        context.getBean(NoticeDays.class).decide(code, open.day(-1).atTime(8, 0));
        context.getBean(NoticeDays.class).decide(code, open.day(31).atTime(8, 0));
        LocalDate deadline = open.day(30);
        context.getBean(CampaignNotices.class).announceDeadline(code, deadline, deadline.plusDays(3));
        context.getBean(CampaignNotices.class).sendPlan(code, List.of(ISSUER, "SONGDA"));

        assertThat(told("SONGDA")).isPositive();
        assertThat(told(ISSUER)).isZero();
    }

    @Test
    void noLetterUrgesIt() {
        openOffice();
        UrgingLetters letters = context.getBean(UrgingLetters.class);

        assertThat(letters.issue(code, open.today, List.of(ISSUER))).isEmpty();
        assertThat(letters.issue(code, open.today, List.of(ISSUER, "HUD"))).isPresent();

        assertThat(jdbc.sql("select reason from decision where campaign_id = ? and kind like 'Phát hành Công văn%'")
                        .param(campaign)
                        .query(String.class)
                        .list())
                .containsExactly("Gửi 1 đơn vị");
    }

    @Test
    void noExtensionMovesIt() {
        openOffice();
        Extensions extensions = context.getBean(Extensions.class);

        assertThat(refusal(() -> extensions.ask(code, ISSUER, new Ask(open.day(40), "Bận", "1/CV"), "cdxdvncanbo")))
                .isEqualTo(DomainException.Kind.NOT_FOUND);
        context.getBean(CampaignService.class).moveDeadline(code, open.day(35), "Mưa lũ", "thuongtruc");

        assertThat(jdbc.sql("select extended_to is null and resend_by is null from report where id = ?")
                        .param(office())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theLockClosesUnitsAndLeavesIt() {
        openOffice();
        context.getBean(OfficeFigures.class).close(code, "tuyengiao");
        ReportCollection collection = context.getBean(ReportCollection.class);
        collection.closeCollection(code, "truongban");
        while (collection.closeNext(code, 20) > 0) {
            continue;
        }

        assertThat(jdbc.sql("""
                        select r.state || ' ' || count(*) || ' ' || count(r.counted_version) from report r
                        where r.campaign_id = ? group by r.state order by r.state""").param(campaign).query(String.class).list())
                .containsExactly(
                        "ACCEPTED 1 1",
                        "NOT_SUBMITTED %d 0"
                                .formatted(context.getBean(Participants.class).count(campaign)));
    }

    private void openOffice() {
        context.getBean(OfficeFigures.class).open(code, "tuyengiao");
        jdbc.sql("update participant set category = ? where id = ?")
                .params(CATEGORY, office())
                .update();
    }

    private UUID office() {
        return jdbc.sql("select id from participant where campaign_id = ? and office")
                .param(campaign)
                .query(UUID.class)
                .single();
    }

    private int told(String unit) {
        return jdbc.sql("select count(*) from notice where campaign_id = ? and unit_code = ?")
                .params(campaign, unit)
                .query(Integer.class)
                .single();
    }

    private static DomainException.Kind refusal(Runnable deed) {
        try {
            deed.run();
        } catch (DomainException refused) {
            return refused.kind();
        }
        throw new AssertionError("not refused");
    }
}
