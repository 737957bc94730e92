package vn.tongket.notification.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.notification.TextPreviews;
import vn.tongket.notification.text.CampaignTexts;
import vn.tongket.notification.text.CampaignTexts.Edition;
import vn.tongket.notification.text.MailLayout.Rendered;
import vn.tongket.notification.text.MailText;
import vn.tongket.notification.text.Wording;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/** The texts of a campaign's mails: a list of them, and one to edit beside a mail made of it. */
@Controller
@RequestMapping("/campaigns/{code}/texts")
class TextsPage {

    /** What a text would be as a mail, or what is wrong with it. */
    record Preview(List<Fault> faults, @Nullable Rendered mail) {}

    private final CampaignTexts texts;
    private final TextPreviews previews;
    private final TextUnits units;
    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final Accounts accounts;

    TextsPage(
            CampaignTexts texts,
            TextPreviews previews,
            TextUnits units,
            CampaignService campaigns,
            CampaignAccess access,
            Accounts accounts) {
        this.texts = texts;
        this.previews = previews;
        this.units = units;
        this.campaigns = campaigns;
        this.access = access;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView list(@PathVariable String code) {
        requireEditor(code);
        Campaign campaign = campaigns.campaign(code);
        List<Edition> editions = Stream.of(MailText.values())
                .map(text -> texts.of(campaign.id(), text))
                .toList();
        return new ModelAndView("texts/list")
                .addObject("campaign", campaign)
                .addObject("editions", editions)
                .addObject("names", names(editions));
    }

    @GetMapping("/{text}")
    ModelAndView edit(
            @PathVariable String code,
            @PathVariable String text,
            @RequestParam(required = false) @Nullable String unit) {
        requireEditor(code);
        Edition edition = texts.of(campaigns.campaign(code).id(), find(text));
        return page(code, edition, edition.wording(), edition.version(), unit);
    }

    @PostMapping("/{text}")
    ModelAndView save(
            @PathVariable String code,
            @PathVariable String text,
            @RequestParam String subject,
            @RequestParam String body,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String unit) {
        CurrentUser user = requireEditor(code);
        Campaign campaign = campaigns.campaign(code);
        Wording typed = new Wording(subject, body);
        try {
            texts.save(campaign.id(), find(text), typed, version, user.id());
            return back(code, text, "saved", unit);
        } catch (DomainException refusal) {
            ModelAndView page = page(code, texts.of(campaign.id(), find(text)), typed, version, unit);
            page.setStatus(
                    refusal.kind() == DomainException.Kind.STALE
                            ? HttpStatus.PRECONDITION_FAILED
                            : HttpStatus.UNPROCESSABLE_ENTITY);
            return page.addObject("refusal", refusal.getMessage()).addObject("faults", refusal.faults());
        }
    }

    @PostMapping("/{text}/restore")
    ModelAndView restore(
            @PathVariable String code,
            @PathVariable String text,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String unit) {
        CurrentUser user = requireEditor(code);
        Campaign campaign = campaigns.campaign(code);
        try {
            texts.restore(campaign.id(), find(text), version, user.id());
            return back(code, text, "restored", unit);
        } catch (DomainException refusal) {
            Edition edition = texts.of(campaign.id(), find(text));
            ModelAndView page = page(code, edition, edition.wording(), edition.version(), unit);
            page.setStatus(HttpStatus.PRECONDITION_FAILED);
            return page.addObject("refusal", refusal.getMessage());
        }
    }

    /** While somebody types; keeps nothing. */
    @PostMapping("/{text}/preview")
    ResponseEntity<Preview> preview(
            @PathVariable String code,
            @PathVariable String text,
            @RequestParam String subject,
            @RequestParam String body,
            @RequestParam(required = false) @Nullable String unit) {
        requireEditor(code);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(preview(code, find(text), new Wording(subject, body), unit));
    }

    private Preview preview(String code, MailText text, Wording wording, @Nullable String unit) {
        List<Fault> faults = CampaignTexts.faultsOf(text, wording);
        return new Preview(
                faults, faults.isEmpty() ? previews.of(code, units.chosen(code, unit), text, wording.clean()) : null);
    }

    private ModelAndView page(String code, Edition edition, Wording typed, int version, @Nullable String unit) {
        return new ModelAndView("texts/edit")
                .addObject("campaign", campaigns.campaign(code))
                .addObject("edition", edition)
                .addObject("typed", typed)
                .addObject("version", version)
                .addObject("faults", List.of())
                .addObject("names", names(List.of(edition)))
                .addObject("units", units.of(code))
                .addObject("unit", units.chosen(code, unit))
                .addObject("preview", preview(code, edition.text(), typed, unit).mail());
    }

    private Map<String, String> names(List<Edition> editions) {
        return accounts.namesOf(editions.stream()
                .map(Edition::editedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private CurrentUser requireEditor(String code) {
        CurrentUser user = CurrentUser.require();
        access.require(code, user, UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
        return user;
    }

    private static MailText find(String path) {
        return MailText.of(path).orElseThrow(() -> DomainException.notFound("Không có mẫu thư này."));
    }

    private static ModelAndView back(String code, String text, String done, @Nullable String unit) {
        UriComponentsBuilder path = UriComponentsBuilder.newInstance()
                .pathSegment("campaigns", code, "texts", text)
                .queryParam(done);
        if (unit != null) {
            path.queryParam("unit", "{unit}");
        }
        return new ModelAndView("redirect:"
                + path.encode().buildAndExpand(unit == null ? "" : unit).toUriString());
    }
}
