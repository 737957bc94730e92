package vn.tongket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tongket.support.CampaignActors;
import vn.tongket.support.Shipped;
import vn.tongket.support.TongketIT;

/**
 * The whole campaign over HTTP, with the people's own logins and tasks as Tasklist completes them, and the mail as the
 * SMTP server received it: once with everybody sending, once with late and missing units. In this order, for the clock
 * only runs forward.
 */
@TongketIT
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeCampaignIT {

    private static final int REQUIRED = 36;
    private static final int COORDINATED = 16;
    private static final int ALL = REQUIRED + COORDINATED;

    @LocalServerPort
    private int port;

    @Test
    @Order(1)
    void goesFromThePlanToTheDossierWhenEverybodySends() {
        var people = new CampaignActors(port, "TK-20NQTW-2017");

        people.issuePlan("2017-09-05", 45);
        assertThat(people.campaign().at("/state").asText()).isEqualTo("collecting");
        assertThat(people.campaign().at("/dates/deadline").asText()).isEqualTo("2017-11-04");
        assertThat(addresses(people.unitMails("Kế hoạch 45/KH-CĐXD")))
                .hasSize(ALL)
                .doesNotHaveDuplicates();
        assertThat(people.unitMails("Kế hoạch 45/KH-CĐXD").get(0).at("/attachments"))
                .hasSize(3);

        people.clockTo("2017-10-06T08:00");
        assertThat(addresses(people.unitMails("còn 20 ngày làm việc")))
                .hasSize(ALL)
                .doesNotHaveDuplicates();

        people.unitWritesAndSends("SONGDA");
        assertThat(people.unit("SONGDA").at("/state").asText()).isEqualTo("under_review");
        assertThat(addresses(people.unitMails("Đã nhận báo cáo của Công đoàn Tổng công ty Sông Đà")))
                .containsExactly("songda.officer@demo.invalid");
        people.headReturns("SONGDA", "PL01: số lao động năm 2010 chưa khớp", "2017-10-20");
        assertThat(people.unit("SONGDA").at("/state").asText()).isEqualTo("returned");
        assertThat(people.unitMails("Đề nghị bổ sung báo cáo")
                        .get(0)
                        .at("/text")
                        .asText())
                .contains("PL01: số lao động năm 2010 chưa khớp", "20/10/2017");
        people.unitSendsAgain("SONGDA");
        people.headAccepts("SONGDA");
        assertThat(people.unit("SONGDA").at("/version").asInt()).isEqualTo(2);

        people.clockTo("2017-10-20T08:00");
        assertThat(addresses(people.unitMails("còn 10 ngày làm việc")))
                .hasSize(ALL - 1)
                .doesNotContain("songda.officer@demo.invalid");

        people.samples(List.of(), "accepted");
        JsonNode counts = people.campaign().at("/counts");
        assertThat(counts.at("/expected").asInt()).isEqualTo(REQUIRED);
        assertThat(counts.at("/accepted").asInt()).isEqualTo(REQUIRED);
        assertThat(counts.at("/missing").asInt()).isZero();
        assertThat(people.campaign().at("/coordinatedCounts/accepted").asInt()).isEqualTo(COORDINATED);
        assertThat(people.campaign().at("/state").asText()).isEqualTo("consolidating");

        people.compile();
        people.standingCommitteeAgrees();
        people.convene("2017-12-15T08:00", "Hội trường tầng 5, Hà Nội");
        assertThat(addresses(people.mails("Giấy mời Hội nghị Ban Chấp hành").stream()
                        .filter(mail -> mail.at("/text").asText().contains("Hội trường tầng 5, Hà Nội"))
                        .toList()))
                .hasSize(REQUIRED)
                .allMatch(address -> address.contains(".chair@"));
        people.recordAmendedAdoption(30, 40, "Bổ sung số liệu nhà ở");
        people.workInAmendments();
        people.signAndNumber(12);
        assertThat(addresses(people.mails("Báo cáo 12/BC-CĐXD"))).containsExactly("tld.office@demo.invalid");
        assertThat(people.campaign().at("/state").asText()).isEqualTo("reported");

        String report = people.wordText("report");
        assertThat(report).contains("có 36/36 công đoàn trực thuộc gửi báo cáo", "Tổng Liên đoàn Lao động Việt Nam");

        // Sent on 20/10/2017, so ten working days later is 03/11/2017.
        people.clockTo("2017-11-03T08:30");
        assertThat(addresses(people.mails("Chưa có xác nhận của Tổng Liên đoàn")))
                .containsExactly("cdxdvn.office@demo.invalid");
        people.acknowledge("812", "2017-11-03");

        assertThat(people.campaign().at("/state").asText()).isEqualTo("archived");
        assertThat(people.dossierNames())
                .anyMatch(name -> name.contains("Ke-hoach-45-KH-CDXD"))
                .anyMatch(name -> name.contains("Bao-cao-12-BC-CDXD"))
                .anyMatch(name -> name.startsWith("bien-ban/"))
                .anyMatch(name -> name.startsWith("thong-bao/"))
                .filteredOn(name -> name.startsWith("bao-cao/"))
                .hasSize(ALL);
        assertThat(people.openTasks("SONGDA")).isEmpty();
    }

    @Test
    @Order(2)
    void namesTheLateAndTheMissing() {
        var people = new CampaignActors(port, "TK-20NQTW-2018");
        people.importCampaign(Shipped.campaignOneYearLater("TK-20NQTW-2018"));
        people.clockTo("2018-09-05T08:00");
        people.issuePlan("2018-09-05", 51);
        List<String> required = people.units(true);
        List<String> coordinated = people.units(false);
        List<String> early = join(required.subList(0, 15), coordinated.subList(0, 5));
        List<String> onTime = join(required.subList(15, 30), coordinated.subList(5, 10));
        List<String> late = join(required.subList(30, 34), coordinated.subList(10, 11));
        List<String> never = join(required.subList(34, 36), coordinated.subList(11, 16));

        // T is Friday 02/11/2018: the reminders fall on 05/10, 19/10, 26/10 and 01/11.
        people.clockTo("2018-10-22T09:00");
        assertThat(addresses(people.unitMails("còn 20 ngày"))).hasSize(ALL);
        assertThat(addresses(people.unitMails("còn 10 ngày"))).hasSize(ALL);
        people.samples(early, "accepted");
        people.clockTo("2018-10-30T09:00");
        assertThat(unitsOf(people.unitMails("còn 5 ngày")))
                .containsExactlyInAnyOrderElementsOf(people.mailNames(join(onTime, join(late, never))));
        people.samples(onTime, "submitted");
        people.clockTo("2018-11-05T09:00");
        assertThat(unitsOf(people.unitMails("còn 1 ngày")))
                .containsExactlyInAnyOrderElementsOf(people.mailNames(join(late, never)));
        people.samples(late, "submitted");

        people.clockTo("2018-11-07T00:30");
        assertThat(people.closeCollection()).contains("Chưa khóa được: còn 25 báo cáo", " và 15 đơn vị khác).");
        people.samples(join(onTime, late), "accepted");
        assertThat(people.closeCollection()).isEmpty();
        people.clockTo("2018-11-07T01:00");

        assertThat(people.campaign().at("/state").asText()).isEqualTo("consolidating");
        Map<String, Long> punctuality = people.unitRows().stream()
                .collect(Collectors.groupingBy(row -> row.at("/punctuality").asText(), Collectors.counting()));
        assertThat(punctuality)
                .containsOnly(
                        Map.entry("early", 20L),
                        Map.entry("onTime", 20L),
                        Map.entry("late", 5L),
                        Map.entry("missing", 7L));
        JsonNode counts = people.campaign().at("/counts");
        assertThat(counts.at("/early").asInt()).isEqualTo(15);
        assertThat(counts.at("/onTime").asInt()).isEqualTo(15);
        assertThat(counts.at("/late").asInt()).isEqualTo(4);
        assertThat(counts.at("/missing").asInt()).isEqualTo(2);
        assertThat(people.openTasks("SONGDA").stream().filter(name -> name.contains(" – ") && name.contains("Viết")))
                .isEmpty();

        people.compile();
        people.standingCommitteeAgrees();
        people.convene("2018-12-14T08:00", "Hà Nội");
        people.recordAdoption(40, 40);
        people.signAndNumber(3);
        String report = people.wordText("report");
        assertThat(report)
                .contains("có 34/36 công đoàn trực thuộc gửi báo cáo, trong đó 30 đơn vị đúng hạn, 4 đơn vị muộn")
                .contains("2 đơn vị chưa gửi gồm: " + people.name(required.get(34)) + "; "
                        + people.name(required.get(35)))
                .contains("tổng hợp từ 45 đơn vị");
    }

    private static List<String> addresses(List<JsonNode> mails) {
        return mails.stream().map(mail -> mail.at("/to").asText()).toList();
    }

    private static List<String> unitsOf(List<JsonNode> mails) {
        return mails.stream()
                .map(mail -> mail.at("/to").asText().replace(".officer@demo.invalid", ""))
                .toList();
    }

    private static List<String> join(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
