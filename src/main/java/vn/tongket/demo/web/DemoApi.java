package vn.tongket.demo.web;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.demo.DemoMailbox;
import vn.tongket.demo.Samples;
import vn.tongket.demo.TimeTravel;
import vn.tongket.demo.TimeTravel.Journey;
import vn.tongket.shared.DomainException;

/** The demo for scripts: clock, samples, mailbox. Anybody logged in may use it; the demo holds no real data. */
@RestController
@RequestMapping(path = "/demo", produces = MediaType.APPLICATION_JSON_VALUE)
@Profile("demo")
class DemoApi {

    record MoveClock(@Nullable String to) {}

    record SendSamples(
            @Nullable List<String> units,
            @Nullable String upTo,
            @Nullable String campaign) {}

    record Sent(int reports) {}

    private static final int MAILS = 2000;

    private final TimeTravel time;
    private final Samples samples;
    private final DemoMailbox mailbox;
    private final CampaignService campaigns;

    DemoApi(TimeTravel time, Samples samples, DemoMailbox mailbox, CampaignService campaigns) {
        this.time = time;
        this.samples = samples;
        this.mailbox = mailbox;
        this.campaigns = campaigns;
    }

    @GetMapping("/clock")
    Journey now() {
        return new Journey(time.now(), List.of());
    }

    @PostMapping("/clock")
    Journey move(@RequestBody MoveClock request) {
        return time.to(parse(request.to()));
    }

    @PostMapping("/clock/next")
    Journey next() {
        return time.toNext();
    }

    @PostMapping("/samples")
    Sent send(@RequestBody SendSamples request) {
        List<String> units = request.units() == null ? List.of() : request.units();
        String campaign = request.campaign() == null ? collecting() : request.campaign();
        return new Sent(samples.send(campaign, units, upTo(request.upTo())));
    }

    @GetMapping("/mailbox")
    List<DemoMailbox.Mail> mails(@RequestParam(defaultValue = "") String search) {
        return mailbox.mails(search, MAILS);
    }

    private String collecting() {
        return campaigns.all().stream()
                .filter(campaign -> campaign.state() == CampaignState.COLLECTING)
                .map(Campaign::code)
                .findFirst()
                .orElseThrow(() -> DomainException.refused("Không có chiến dịch nào đang nhận báo cáo."));
    }

    static Samples.UpTo upTo(@Nullable String name) {
        try {
            return Samples.UpTo.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw DomainException.refused("upTo phải là “submitted” hoặc “accepted”.");
        }
    }

    static LocalDateTime parse(@Nullable String time) {
        try {
            return LocalDateTime.parse(String.valueOf(time));
        } catch (DateTimeParseException e) {
            throw DomainException.refused("Thời điểm phải có dạng 2017-10-20T08:00.");
        }
    }
}
