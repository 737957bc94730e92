package vn.tongket.demo.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Participants;
import vn.tongket.demo.DemoMailbox;
import vn.tongket.demo.NextSteps;
import vn.tongket.demo.Samples;
import vn.tongket.demo.TimeTravel;
import vn.tongket.demo.TimeTravel.Journey;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/** The demo for people: what to do next, the clock, samples, the mailbox. */
@Controller
@Profile("demo")
class DemoPages {

    private static final int MAILS = 300;

    private final TimeTravel time;
    private final Samples samples;
    private final DemoMailbox mailbox;
    private final NextSteps nextSteps;
    private final CampaignService campaigns;
    private final Participants participants;

    DemoPages(
            TimeTravel time,
            Samples samples,
            DemoMailbox mailbox,
            NextSteps nextSteps,
            CampaignService campaigns,
            Participants participants) {
        this.time = time;
        this.samples = samples;
        this.mailbox = mailbox;
        this.nextSteps = nextSteps;
        this.campaigns = campaigns;
        this.participants = participants;
    }

    @GetMapping("/demo")
    String demo(@RequestParam(required = false) @Nullable String campaign, Model model) {
        List<Campaign> all = campaigns.all();
        Campaign chosen = all.stream()
                .filter(candidate -> candidate.code().equals(campaign))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
        model.addAttribute("now", time.now());
        model.addAttribute(
                "next",
                time.next()
                        .map(event -> Vietnamese.minute(event.at()) + " – " + event.label())
                        .orElse(null));
        model.addAttribute("campaigns", all);
        model.addAttribute("campaign", chosen);
        if (chosen != null) {
            model.addAttribute("participants", participants.of(chosen.id()));
            model.addAttribute("steps", nextSteps.of(chosen.code()));
        }
        return "demo/demo";
    }

    @PostMapping("/demo/clock/move")
    String move(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "00:00") String at,
            RedirectAttributes answer) {
        try {
            Journey journey = to == null || to.isBlank() ? time.toNext() : time.to(DemoApi.parse(to + "T" + at));
            answer.addFlashAttribute("happened", journey.happened());
        } catch (DomainException refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/demo";
    }

    @PostMapping("/demo/samples/send")
    String send(
            @RequestParam String campaign,
            @RequestParam(defaultValue = "") List<String> units,
            @RequestParam String upTo,
            RedirectAttributes answer) {
        try {
            int reports = samples.send(campaign, units, DemoApi.upTo(upTo));
            answer.addFlashAttribute("notice", "Đã đưa báo cáo mẫu của " + reports + " đơn vị đi tiếp.");
        } catch (DomainException refusal) {
            answer.addFlashAttribute("refusal", refusal.getMessage());
        }
        answer.addAttribute("campaign", campaign);
        return "redirect:/demo";
    }

    @GetMapping(path = "/demo/mailbox", produces = MediaType.TEXT_HTML_VALUE)
    String mailbox(@RequestParam(defaultValue = "") String search, Model model) {
        model.addAttribute("search", search);
        model.addAttribute("mails", mailbox.mails(search, MAILS));
        return "demo/mailbox";
    }
}
