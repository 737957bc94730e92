package vn.tongket.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Decisions;
import vn.tongket.extension.ExtensionCommands.Ask;
import vn.tongket.extension.ExtensionCommands.Decide;
import vn.tongket.extension.ExtensionCommands.Propose;
import vn.tongket.report.ReportCollection;
import vn.tongket.report.ReportService;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.Vietnamese;
import vn.tongket.support.TongketIT;

/** One unit's request for more time: each rule with its sentence, and what a decision moves. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtensionsIT {

    private static final String PROPOSE = "UserTask_ProposeExtension";
    private static final String DECIDE = "UserTask_DecideExtension";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Extensions extensions;

    @Autowired
    private ReportService reports;

    @Autowired
    private ReportCollection collection;

    private OpenCampaign campaign;

    @BeforeAll
    void issue() {
        campaign = new OpenCampaign(context, "TK-GIAHAN-1");
    }

    @Test
    void aGrantedDayMovesTheDeadlineTheTaskAndTheHistoryAndTellsAllThatALetterSays() {
        campaign.writing("SONGDA");
        assertThat(campaign.writingDue("SONGDA")).isEqualTo(campaign.day(30).atTime(23, 59));
        campaign.ask("SONGDA", 40);
        campaign.complete(
                "SONGDA",
                PROPOSE,
                "tuyengiao",
                Map.of(
                        "recommendation",
                        "grant",
                        "proposedDay",
                        campaign.day(38).toString(),
                        "note",
                        "Nên"));
        List<Object> events = new ArrayList<>();

        listening(
                events,
                () -> campaign.complete(
                        "SONGDA",
                        DECIDE,
                        "thuongtruc",
                        Map.of(
                                "decision",
                                "grant",
                                "grantedDay",
                                campaign.day(39).toString(),
                                "words",
                                "Đồng ý")));

        assertThat(campaign.extendedTo("SONGDA")).contains(campaign.day(39));
        assertThat(reports.owedBy(campaign.code, "SONGDA")).isEqualTo(campaign.day(39));
        assertThat(campaign.writingDue("SONGDA")).isEqualTo(campaign.day(39).atTime(23, 59));
        ExtensionRequest request = extensions.of(campaign.code, "SONGDA").get(0);
        assertThat(request.state()).isEqualTo("Đã gia hạn");
        assertThat(request.moved()).isEqualTo(1);
        assertThat(events)
                .containsExactly(new ExtensionDecided(
                        campaign.code,
                        request.id(),
                        new Target(ExtensionScope.UNIT, "SONGDA"),
                        true,
                        campaign.day(30),
                        campaign.day(40),
                        campaign.day(39),
                        "Mưa lũ",
                        "15/CV-CĐ",
                        "Đồng ý",
                        "thuongtruc"));
        assertThat(historyOf("SONGDA"))
                .contains(
                        "Xin gia hạn đến " + Vietnamese.day(campaign.day(40)) + " theo công văn 15/CV-CĐ",
                        "Gia hạn đến " + Vietnamese.day(campaign.day(39)));
    }

    @Test
    void aRefusalMovesNothingAndSaysWhy() {
        campaign.writing("HUD");
        campaign.ask("HUD", 40);
        campaign.complete("HUD", PROPOSE, "truongban", Map.of("recommendation", "refuse", "note", "Đã đủ thời gian"));

        campaign.complete("HUD", DECIDE, "thuongtruc", Map.of("decision", "refuse", "words", "Không có lý do mới"));

        assertThat(campaign.extendedTo("HUD")).isEmpty();
        assertThat(campaign.writingDue("HUD")).isEqualTo(campaign.day(30).atTime(23, 59));
        ExtensionRequest request = extensions.of(campaign.code, "HUD").get(0);
        assertThat(request.state()).isEqualTo("Không đồng ý");
        assertThat(request.proposal().note()).isEqualTo("Đã đủ thời gian");
        assertThat(request.decision().words()).isEqualTo("Không có lý do mới");
        assertThat(historyOf("HUD")).contains("Không đồng ý gia hạn").doesNotContain("Đã đủ thời gian");
    }

    @Test
    void allFaultsOfAFormAreToldEachAtItsField() {
        assertRefused(
                () -> extensions.ask(campaign.code, "LILAMA", new Ask(null, " ", ""), "lilamacanbo"),
                "Chưa gửi được đề nghị gia hạn.",
                new Fault("day", "Cần chọn ngày gia hạn."),
                new Fault("reason", "Cần ghi lý do xin gia hạn."),
                new Fault("letterNumber", "Cần ghi số, ký hiệu công văn của đơn vị, ví dụ 15/CV-CĐ."));
        assertRefused(
                () -> extensions.ask(
                        campaign.code,
                        "LILAMA",
                        new Ask(campaign.day(61), "a".repeat(2001), "b".repeat(101)),
                        "lilamacanbo"),
                "Chưa gửi được đề nghị gia hạn.",
                new Fault(
                        "day",
                        "Ngày gia hạn không được sau ngày khóa số liệu theo kế hoạch ("
                                + Vietnamese.day(campaign.day(60)) + ")."),
                new Fault("reason", "Không được quá 2.000 ký tự."),
                new Fault("letterNumber", "Không được quá 100 ký tự."));
        assertThat(extensions.of(campaign.code, "LILAMA")).isEmpty();
    }

    @Test
    void aDayBeforeTodayOrNotAfterTheDeadlineIsRefused() {
        assertDayRefused(campaign.day(-1), "Ngày gia hạn " + Vietnamese.day(campaign.day(-1)) + " đã qua.");
        assertDayRefused(
                campaign.day(30),
                "Ngày gia hạn phải sau hạn của đơn vị hiện nay (" + Vietnamese.day(campaign.day(30)) + ").");
    }

    private void assertDayRefused(LocalDate day, String sentence) {
        assertRefused(
                () -> extensions.ask(campaign.code, "LILAMA", new Ask(day, "Mưa lũ", "15/CV-CĐ"), "lilamacanbo"),
                "Chưa gửi được đề nghị gia hạn.",
                new Fault("day", sentence));
    }

    @Test
    void aUnitAsksOnceAtATimeAndOnceInAll() {
        campaign.ask("VIGLACERA", 40);
        assertRefused(() -> campaign.ask("VIGLACERA", 41), "Đề nghị gia hạn của đơn vị đang chờ quyết định.");

        extensions.decide(campaign.code, "VIGLACERA", new Decide(false, null, "Không"), "thuongtruc");

        assertRefused(() -> campaign.ask("VIGLACERA", 41), "Đơn vị đã xin gia hạn; mỗi đơn vị chỉ được xin 1 lần.");
    }

    @Test
    void nobodyAsksForWhatIsSent() {
        campaign.reportState("COMA", "UNDER_REVIEW");

        assertRefused(
                () -> campaign.ask("COMA", 40), "Báo cáo đang ở trạng thái “Đang thẩm tra”, không phải xin gia hạn.");
    }

    @Test
    void whoAskedBeforeTheDeadlineAndSentMeanwhileIsStillAnswered() {
        campaign.ask("HANCORP", 40);
        campaign.reportState("HANCORP", "UNDER_REVIEW");

        extensions.decide(campaign.code, "HANCORP", new Decide(true, campaign.day(40), null), "thuongtruc");

        assertThat(campaign.extendedTo("HANCORP")).contains(campaign.day(40));
    }

    @Test
    void aReturnedReportIsOwedByTheGrantedDayUnlessItsReturnLeavesMore() {
        campaign.resendBy("FICO", campaign.day(10));
        campaign.ask("FICO", 40);
        extensions.decide(campaign.code, "FICO", new Decide(true, campaign.day(40), null), "thuongtruc");
        assertThat(campaign.resendBy("FICO")).contains(campaign.day(40));

        campaign.resendBy("IDICO", campaign.day(45));
        assertRefused(
                () -> campaign.ask("IDICO", 45),
                "Chưa gửi được đề nghị gia hạn.",
                new Fault(
                        "day",
                        "Ngày gia hạn phải sau hạn của đơn vị hiện nay (" + Vietnamese.day(campaign.day(45)) + ")."));
    }

    @Test
    void theProposalAndTheDecisionKeepTheSameRules() {
        campaign.ask("BACHDANG", 40);

        assertRefused(
                () -> extensions.propose(campaign.code, "BACHDANG", new Propose(false, null, null), "tuyengiao"),
                "Chưa ghi được đề xuất.",
                new Fault("note", "Cần ghi vì sao không nên gia hạn."));
        assertRefused(
                () -> extensions.propose(
                        campaign.code, "BACHDANG", new Propose(true, campaign.day(-1), null), "tuyengiao"),
                "Chưa ghi được đề xuất.",
                new Fault("day", "Ngày gia hạn " + Vietnamese.day(campaign.day(-1)) + " đã qua."));
        assertRefused(
                () -> extensions.decide(campaign.code, "BACHDANG", new Decide(false, null, " "), "thuongtruc"),
                "Chưa ghi được quyết định.",
                new Fault("words", "Cần ghi lý do không đồng ý gia hạn."));
        assertRefused(
                () -> extensions.decide(
                        campaign.code, "BACHDANG", new Decide(true, campaign.day(61), null), "thuongtruc"),
                "Chưa ghi được quyết định.",
                new Fault(
                        "day",
                        "Ngày gia hạn không được sau ngày khóa số liệu theo kế hoạch ("
                                + Vietnamese.day(campaign.day(60)) + ")."));
        assertThat(extensions.open(campaign.code, "BACHDANG").proposal()).isNull();
    }

    @Test
    void anAcceptedReportEndsTheQuestion() {
        campaign.ask("VINACONEX", 40);
        campaign.reportState("VINACONEX", "ACCEPTED");

        assertThat(extensions.of(campaign.code, "VINACONEX").get(0).state()).isEqualTo("Kết thúc, không quyết định");
        assertThatThrownBy(() -> extensions.decide(
                        campaign.code, "VINACONEX", new Decide(true, campaign.day(40), null), "thuongtruc"))
                .isInstanceOf(DomainException.class)
                .hasMessageStartingWith("Đơn vị không còn đề nghị gia hạn nào chờ quyết định.");
        assertThat(campaign.extendedTo("VINACONEX")).isEmpty();
    }

    @Test
    void nobodyAsksAfterTheDeadlineOrAfterTheLock() {
        OpenCampaign late = new OpenCampaign(context, "TK-GIAHAN-2");
        late.ask("HUD", 40);
        late.deadline(late.day(-1));
        assertRefused(
                () -> late.ask("SONGDA", 40),
                "Đã quá hạn gửi báo cáo của đơn vị (hết ngày " + Vietnamese.day(late.day(-1))
                        + "), không xin gia hạn được nữa.");
        late.deadline(late.day(0));
        late.ask("SONGDA", 40);

        late.state("LOCKED");

        assertRefused(() -> late.ask("LILAMA", 40), "Chiến dịch đã khóa số liệu, không xin gia hạn được nữa.");
        assertThatThrownBy(
                        () -> extensions.decide(late.code, "HUD", new Decide(true, late.day(40), null), "thuongtruc"))
                .isInstanceOf(DomainException.class)
                .hasMessage("Chiến dịch không còn nhận báo cáo (đã khóa số liệu).");
        assertThat(extensions.of(late.code, "HUD").get(0).isOpen()).isFalse();
    }

    @Test
    void nobodyIsLockedOutBeforeTheGrantedDayIsOver() {
        OpenCampaign promised = new OpenCampaign(context, "TK-GIAHAN-KHOA");
        promised.ask("SONGDA", 40);
        extensions.decide(promised.code, "SONGDA", new Decide(true, promised.day(40), null), "thuongtruc");
        promised.extendedTo("HUD", promised.day(0));
        promised.extendedTo("LILAMA", promised.day(-1));

        assertRefused(
                () -> collection.closeCollection(promised.code, "truongban"),
                "Chưa khóa được: còn 2 đơn vị được gia hạn, chưa gửi và chưa hết hạn (Sông Đà đến hết ngày "
                        + Vietnamese.day(promised.day(40)) + ", HUD đến hết ngày " + Vietnamese.day(promised.day(0))
                        + ").");

        promised.reportState("SONGDA", "ACCEPTED");
        promised.extendedTo("HUD", promised.day(-1));
        collection.closeCollection(promised.code, "truongban");
        assertRefused(() -> promised.ask("VIGLACERA", 40), "Chiến dịch đã khóa số liệu, không xin gia hạn được nữa.");
    }

    @Test
    void aListenerThatFailsLeavesNothingMoved() {
        campaign.writing("VICEM");
        campaign.ask("VICEM", 40);

        assertThatThrownBy(() -> whenDecided(
                        event -> {
                            assertThat(campaign.extendedTo("VICEM")).contains(campaign.day(40));
                            assertThat(campaign.writingDue("VICEM"))
                                    .isEqualTo(campaign.day(40).atTime(LocalTime.of(23, 59)));
                            throw new IllegalStateException("no room for the notice");
                        },
                        () -> extensions.decide(
                                campaign.code, "VICEM", new Decide(true, campaign.day(40), null), "thuongtruc")))
                .hasMessage("no room for the notice");

        assertThat(campaign.extendedTo("VICEM")).isEmpty();
        assertThat(campaign.writingDue("VICEM")).isEqualTo(campaign.day(30).atTime(23, 59));
        assertThat(extensions.open(campaign.code, "VICEM").decision()).isNull();
        assertThat(historyOf("VICEM")).doesNotContain("Gia hạn đến " + Vietnamese.day(campaign.day(40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quansat", "licogicanbo", "licogichutich", "vanthu", "thuongtruc", "admin"})
    void nobodyButTheFocalDepartmentProposes(String user) {
        openFor("LICOGI");
        assertForbidden(
                () -> campaign.complete("LICOGI", PROPOSE, user, Map.of("recommendation", "refuse", "note", "Không")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quansat", "cc1chutich", "songdachutich", "tuyengiao", "truongban", "admin"})
    void nobodyButTheStandingBodyDecides(String user) {
        openFor("CC1");
        if (extensions.open(campaign.code, "CC1").proposal() == null) {
            campaign.complete("CC1", PROPOSE, "tuyengiao", Map.of("recommendation", "refuse", "note", "Không"));
        }
        assertForbidden(() -> campaign.complete("CC1", DECIDE, user, Map.of("decision", "refuse", "words", "Không")));
    }

    private void openFor(String unit) {
        if (extensions.of(campaign.code, unit).isEmpty()) {
            campaign.ask(unit, 40);
        }
    }

    private List<String> historyOf(String unit) {
        var id = context.getBean(CampaignService.class).campaign(campaign.code).id();
        return context.getBean(Decisions.class).of(id, unit).stream()
                .flatMap(decision -> java.util.stream.Stream.of(decision.kind(), String.valueOf(decision.reason())))
                .toList();
    }

    private void listening(List<Object> events, Runnable work) {
        whenDecided(events::add, work);
    }

    private void whenDecided(java.util.function.Consumer<ExtensionDecided> listener, Runnable work) {
        var multicaster = context.getBean(ApplicationEventMulticaster.class);
        var added = new ApplicationListener<PayloadApplicationEvent<ExtensionDecided>>() {
            @Override
            public void onApplicationEvent(PayloadApplicationEvent<ExtensionDecided> event) {
                listener.accept(event.getPayload());
            }
        };
        multicaster.addApplicationListener(added);
        try {
            work.run();
        } finally {
            multicaster.removeApplicationListener(added);
        }
    }

    private static void assertForbidden(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(DomainException.class)
                .asInstanceOf(type(DomainException.class))
                .extracting(DomainException::kind)
                .isEqualTo(DomainException.Kind.FORBIDDEN);
    }

    private static void assertRefused(ThrowingCallable work, String sentence, Fault... faults) {
        assertThatThrownBy(work)
                .isInstanceOf(DomainException.class)
                .hasMessage(sentence)
                .asInstanceOf(type(DomainException.class))
                .extracting(DomainException::faults)
                .isEqualTo(List.of(faults));
    }
}
