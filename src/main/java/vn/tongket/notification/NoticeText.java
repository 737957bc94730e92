package vn.tongket.notification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.campaign.CampaignService;
import vn.tongket.mail.MailSettings;
import vn.tongket.notification.text.CampaignTexts;
import vn.tongket.notification.text.Facts;
import vn.tongket.notification.text.MailLayout;
import vn.tongket.notification.text.MailLayout.Part;
import vn.tongket.notification.text.MailLayout.Rendered;
import vn.tongket.notification.text.MailText;
import vn.tongket.notification.text.Placeholder;
import vn.tongket.notification.text.Wording;
import vn.tongket.notification.text.Wording.Words;
import vn.tongket.organization.Organization;
import vn.tongket.shared.Vietnamese;

/** Turns notices into a mail's subject, plain text and HTML, with the campaign's own words where it has some. */
@Component
class NoticeText {

    private final CampaignTexts texts;
    private final List<FactSource> sources;
    private final MailLayout layout;
    private final CampaignService campaigns;
    private final Organization organization;
    private final MailSettings settings;

    NoticeText(
            CampaignTexts texts,
            List<FactSource> sources,
            MailLayout layout,
            CampaignService campaigns,
            Organization organization,
            MailSettings settings) {
        this.texts = texts;
        this.sources = sources;
        this.layout = layout;
        this.campaigns = campaigns;
        this.organization = organization;
        this.settings = settings;
    }

    /** The mail of one notice. */
    Rendered of(Notice notice) {
        return of(List.of(notice));
    }

    /** One mail of several notices of the same campaign to the same address. */
    Rendered of(List<Notice> notices) {
        return notices.size() == 1 ? single(notices.get(0), wording(notices.get(0))) : several(notices);
    }

    /** The mail of that notice in other words. */
    Rendered of(Notice notice, Wording wording) {
        return single(notice, wording);
    }

    private Rendered single(Notice notice, Wording wording) {
        Words words = wording.with(facts(notice));
        return layout.render(sender(notice), words.subject(), List.of(part(notice, null, words)));
    }

    private Rendered several(List<Notice> notices) {
        Notice first = notices.get(0);
        List<Part> parts = notices.stream()
                .map(notice -> part(notice, heading(notice), wording(notice).with(facts(notice))))
                .toList();
        String kinds = notices.stream()
                .map(notice -> Vietnamese.midSentence(notice.kind().label()))
                .distinct()
                .collect(Collectors.joining("; "));
        String subject = "%d thông báo (%s): %s"
                .formatted(
                        notices.size(),
                        kinds,
                        Vietnamese.midSentence(
                                campaigns.campaign(first.campaign()).shortTitle()));
        return layout.render(sender(first), subject, parts);
    }

    /** Whom it is about, and what it is. */
    private String heading(Notice notice) {
        String unit = notice.unitCode();
        String kind = notice.kind().label();
        return unit == null ? kind : organization.unit(unit).name() + " – " + Vietnamese.midSentence(kind);
    }

    private Part part(Notice notice, @Nullable String heading, Words words) {
        return new Part(heading, words.body(), link(notice), linkLabel(notice));
    }

    private static String linkLabel(Notice notice) {
        return switch (notice.kind()) {
            case ADDRESS_CONFIRMATION -> "Xác nhận địa chỉ này";
            case RECALLED -> "Mở báo cáo của đơn vị";
            case DIGEST, ESCALATION -> "Xem tình hình từng đơn vị";
            case SUPERIOR_CHANGED -> "Mở chiến dịch của đơn vị";
            case ACKNOWLEDGEMENT_OVERDUE -> "Mở việc “Xác nhận đã nhận”";
            case RECEIPT, REPORT_EXEMPTED, PLAN_WITHDRAWN -> "Xem báo cáo trên hệ thống";
            default -> "Mở việc của đơn vị";
        };
    }

    private Wording wording(Notice notice) {
        return texts.of(notice.campaign(), textOf(notice)).wording();
    }

    /** Which text tells of it. */
    static MailText textOf(Notice notice) {
        return switch (notice.kind()) {
            case REMINDER -> reminder(notice.tone());
            case EXTENSION_DECIDED ->
                Boolean.TRUE.equals(notice.details().get("granted"))
                        ? MailText.EXTENSION_GRANTED
                        : MailText.EXTENSION_REFUSED;
            default -> MailText.valueOf(notice.kind().name());
        };
    }

    /** Reminders of the version before have no tone. */
    private static MailText reminder(@Nullable String tone) {
        return MailText.valueOf("REMINDER_" + (tone == null ? "FIRM" : tone));
    }

    /** Each asked for once, though subject and body name it. */
    private Facts facts(Notice notice) {
        Map<Placeholder, List<String>> known = new EnumMap<>(Placeholder.class);
        return placeholder -> known.computeIfAbsent(placeholder, asked -> lookUp(asked, notice));
    }

    private List<String> lookUp(Placeholder placeholder, Notice notice) {
        for (FactSource source : sources) {
            List<String> words = source.of(placeholder, notice);
            if (words != null) {
                return words;
            }
        }
        return List.of();
    }

    private String sender(Notice notice) {
        return organization
                .unit(campaigns.campaign(notice.campaign()).issuerId())
                .name();
    }

    /** People of the issuer and the participants have an account; the superior need not. */
    private @Nullable String link(Notice notice) {
        String code = campaigns.campaign(notice.campaign()).code();
        return switch (notice.kind()) {
            case INVITATION, REPORT_UPWARD -> null;
            case ADDRESS_CONFIRMATION ->
                FactsOfDetails.detail(notice, "confirmLink").stream()
                        .findFirst()
                        .orElse(null);
            case DIGEST, ESCALATION, SUPERIOR_CHANGED -> address("campaigns", code);
            case ACKNOWLEDGEMENT_OVERDUE -> address("go", code);
            default -> notice.unitCode() == null ? address("campaigns", code) : address("go", code, notice.unitCode());
        };
    }

    private String address(String... segments) {
        return UriComponentsBuilder.fromUriString(settings.baseUrl())
                .pathSegment(segments)
                .encode()
                .toUriString();
    }
}
