package vn.tongket.crash;

import static vn.tongket.cluster.GeneratedCampaign.CODE;
import static vn.tongket.cluster.GeneratedCampaign.account;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.tongket.cluster.CampaignStart;
import vn.tongket.cluster.GeneratedCampaign;
import vn.tongket.cluster.People;

/**
 * The campaign as people carry it, phase by phase. The first of ten units sends by the demo's samples; each tenth is
 * returned once; of the coordinated ones every third never sends; one required unit is left for the end.
 */
final class CampaignWay {

    private static final int WORKERS = 4;

    private final GeneratedCampaign campaign;
    private final People people;
    private final CampaignStart start;
    private final Random random;
    private final List<String> bySamples;
    private final List<String> returned;
    private final List<String> silent;
    private final String last;

    CampaignWay(GeneratedCampaign campaign, People people, long seed) {
        this.campaign = campaign;
        this.people = people;
        this.start = new CampaignStart(campaign, people);
        this.random = new Random(seed);
        this.bySamples = everyNth(campaign.required(), 10, 0);
        this.returned = everyNth(campaign.required(), 10, 5);
        this.silent = everyNth(campaign.coordinated(), 3, 0);
        this.last = campaign.required().get(campaign.required().size() - 1);
    }

    private static List<String> everyNth(List<String> units, int n, int offset) {
        List<String> chosen = new ArrayList<>();
        for (int i = offset; i < units.size() - 1; i += n) {
            chosen.add(units.get(i));
        }
        return chosen;
    }

    List<String> returned() {
        return returned;
    }

    List<String> silent() {
        return silent;
    }

    void run(Phase phase) {
        switch (phase) {
            case START -> {}
            case IMPORT -> start.importFiles();
            case ISSUE -> issue();
            case REMIND -> clockTo("2017-10-06T08:05");
            case UNITS -> unitsReport();
            case LOCK -> acceptTheLast();
            case CONFERENCE -> confer();
            case UPWARD -> reportUpward();
            case ARCHIVE -> archive();
        }
    }

    private void issue() {
        start.draft();
        start.issue(LocalDate.of(2017, 9, 5));
        settle();
    }

    private void unitsReport() {
        people.write(
                "admin",
                person -> person.post(
                        "/demo/samples",
                        People.json(Map.of("campaign", CODE, "units", bySamples, "upTo", "submitted"))));
        List<String> units = new ArrayList<>(campaign.required());
        units.addAll(campaign.coordinated());
        units.removeAll(silent);
        Collections.shuffle(units, random);
        together(units.stream().map(unit -> (Runnable) () -> unitReports(unit)).toList());
        settle();
    }

    private void unitReports(String unit) {
        if (!bySamples.contains(unit)) {
            receiveAndHold(unit);
            write(unit);
            sign(unit, "1/BC");
        }
        if (returned.contains(unit)) {
            people.complete(
                    GeneratedCampaign.staff("truongban"),
                    key(unit),
                    "UserTask_ReviewUnitReport",
                    Map.of("decision", "return", "reasons", "Cần bổ sung số liệu", "due", "2017-10-20"));
            answer(unit);
            people.complete(account(unit, "canbo"), key(unit), "UserTask_WriteUnitReport", Map.of());
            sign(unit, "2/BC");
        }
        if (!unit.equals(last)) {
            accept(unit);
        }
    }

    /** The return's reasons, written again as often as it takes: an answer that stands is not written over. */
    private void answer(String unit) {
        String returns = "/api/reports/" + CODE + "/" + unit + "/returns";
        Map<String, Object> answers = new HashMap<>();
        people.read(returns)
                .at("/0/reasons")
                .forEach(reason -> answers.put(reason.at("/id").asText(), Map.of("text", "Đã bổ sung.")));
        people.write(account(unit, "canbo"), person -> person.put(returns + "/answers", People.json(answers)));
    }

    private void receiveAndHold(String unit) {
        String officer = account(unit, "canbo");
        people.complete(
                officer,
                key(unit),
                "UserTask_ReceivePlan",
                Map.of("reviewForm", "OWN_CONFERENCE", "personInCharge", "Trần Thị Hoa", "ownDate", "2017-10-25"));
        people.complete(
                officer,
                key(unit),
                "UserTask_HoldReview",
                Map.of("heldOn", "2017-10-06", "reviewForm", "OWN_CONFERENCE", "present", 85, "minutes", "Biên bản."));
    }

    private void write(String unit) {
        String officer = account(unit, "canbo");
        String base = "/api/reports/" + CODE + "/" + unit;
        for (String section : campaign.sections()) {
            people.write(
                    officer,
                    person -> person.put(
                            base + "/sections/" + section,
                            People.json(Map.of("text", GeneratedCampaign.SECTIONS_TEXT))));
        }
        Map<String, Map<String, String>> figures = new HashMap<>();
        for (String indicator : campaign.indicators()) {
            Map<String, String> years = new HashMap<>();
            for (int year = 2008; year <= 2017; year++) {
                years.put(String.valueOf(year), "100");
            }
            figures.put(indicator, years);
        }
        people.write(officer, person -> person.put(base + "/figures", People.json(figures)));
        people.complete(officer, key(unit), "UserTask_WriteUnitReport", Map.of());
    }

    private void sign(String unit, String number) {
        people.complete(
                account(unit, "chutich"),
                key(unit),
                "UserTask_SignUnitReport",
                Map.of("decision", "sign", "number", number, "signedOn", "2017-10-06"));
    }

    private void accept(String unit) {
        people.complete(
                GeneratedCampaign.staff("truongban"),
                key(unit),
                "UserTask_ReviewUnitReport",
                Map.of("decision", "accept"));
    }

    private void acceptTheLast() {
        accept(last);
        start.awaitState("consolidating");
    }

    private void confer() {
        for (String section : campaign.sections()) {
            people.write(
                    GeneratedCampaign.staff("tuyengiao"),
                    person -> person.put(
                            "/api/campaigns/" + CODE + "/synthesis/" + section,
                            People.json(Map.of("text", GeneratedCampaign.SECTIONS_TEXT))));
        }
        people.complete(GeneratedCampaign.staff("tuyengiao"), CODE, "UserTask_CompileReport", Map.of());
        people.complete(
                GeneratedCampaign.staff("thuongtruc"),
                CODE,
                "UserTask_SubmitToStandingCommittee",
                Map.of("decision", "agree"));
        people.complete(
                GeneratedCampaign.staff("vanphong"),
                CODE,
                "UserTask_ConveneConference",
                Map.of("heldAt", "2017-12-15T08:00", "place", "Hà Nội", "agenda", "Thông qua báo cáo tổng kết"));
        people.complete(
                GeneratedCampaign.staff("vanphong"),
                CODE,
                "UserTask_RecordConference",
                Map.of("present", 30, "total", 40, "minutes", "Hội nghị thống nhất.", "outcome", "adopted"));
        settle();
    }

    private void reportUpward() {
        people.complete(
                GeneratedCampaign.staff("thuongtruc"),
                CODE,
                "UserTask_SignReport",
                Map.of("signer", "Nguyễn Văn Bình"));
        people.complete(
                GeneratedCampaign.staff("vanthu"),
                CODE,
                "UserTask_NumberReport",
                Map.of("number", 1, "date", now().toLocalDate().toString()));
        start.awaitState("reported");
    }

    private void archive() {
        clockTo(now().plusDays(20).toString());
        people.complete(
                GeneratedCampaign.staff("vanthu"),
                CODE,
                "UserTask_AcknowledgeReceipt",
                Map.of(
                        "incomingNumber",
                        "812",
                        "receivedOn",
                        now().toLocalDate().toString()));
        start.awaitState("archived");
        settle();
    }

    private void clockTo(String time) {
        people.write("admin", person -> {
            LocalDateTime soon = now().plusSeconds(5);
            LocalDateTime goal = LocalDateTime.parse(time);
            LocalDateTime to = goal.isAfter(soon) ? goal : soon;
            return person.post("/demo/clock", People.json(Map.of("to", to.toString())));
        });
    }

    /** Until no job can run and no mail is due. */
    private void settle() {
        clockTo(now().toString());
    }

    private LocalDateTime now() {
        return LocalDateTime.parse(people.read("/demo/clock").at("/now").asText())
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static String key(String unit) {
        return CODE + "/" + unit;
    }

    private static void together(List<Runnable> ways) {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            ways.forEach(way -> all.add(workers.submit(way)));
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
    }
}
