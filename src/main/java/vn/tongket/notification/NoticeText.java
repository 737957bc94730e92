package vn.tongket.notification;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.mail.MailSettings;
import vn.tongket.organization.Organization;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/** Turns a notice into subject, plain text and HTML; the texts stand in {@code mail/}, the subject in their first line. */
@Component
class NoticeText {

    /** A mail's words. */
    record Words(String subject, String text, String html) {}

    private static final String OPEN = "Mở hệ thống Tổng kết";
    private static final String CONFIRM = "Xác nhận địa chỉ này";

    private final CampaignService campaigns;
    private final Organization organization;
    private final MailSettings settings;
    private final SpringTemplateEngine texts = engine(TemplateMode.TEXT, ".txt");
    private final SpringTemplateEngine layout = engine(TemplateMode.HTML, ".html");

    NoticeText(CampaignService campaigns, Organization organization, MailSettings settings) {
        this.campaigns = campaigns;
        this.organization = organization;
        this.settings = settings;
    }

    Words of(Notice notice) {
        return of(List.of(notice));
    }

    /** One mail that carries them all, one after the other under their own headings when there are several. */
    Words of(List<Notice> notices) {
        List<Part> parts = notices.stream().map(this::part).toList();
        Part first = parts.get(0);
        String subject = parts.size() == 1
                ? first.subject()
                : first.subject() + " (và " + (parts.size() - 1) + " thông báo khác)";
        String text = parts.size() == 1
                ? first.text()
                : parts.stream()
                        .map(part -> part.subject() + "\n\n" + part.text())
                        .collect(joining("\n\n---\n\n"));
        Context facts = new Context(Vietnamese.LOCALE, facts(notices.get(0)));
        facts.setVariable("subject", subject);
        facts.setVariable("parts", parts.stream().map(Part::facts).toList());
        return new Words(subject, text + "\n", layout.process("layout", facts));
    }

    /** One notice in a mail; the link is null where the addressee has no account. */
    private record Part(
            String subject, String body, @Nullable String link, String linkLabel) {

        /** As the template reads it. */
        Map<String, Object> facts() {
            Map<String, Object> facts = new HashMap<>();
            facts.put("subject", subject);
            facts.put("blocks", PlainText.blocks(body));
            facts.put("link", link);
            facts.put("linkLabel", linkLabel);
            return facts;
        }

        String text() {
            return link == null ? body : body + "\n\n" + linkLabel + ": " + link;
        }
    }

    private Part part(Notice notice) {
        Context facts = new Context(Vietnamese.LOCALE, facts(notice));
        String filled = texts.process(notice.kind().template(), facts).strip();
        int firstLine = filled.indexOf('\n');
        return new Part(
                filled.substring(0, firstLine).strip(),
                filled.substring(firstLine).strip(),
                link(notice),
                notice.kind() == NoticeKind.ADDRESS_CONFIRMATION ? CONFIRM : OPEN);
    }

    private Map<String, Object> facts(Notice notice) {
        Campaign campaign = campaigns.campaign(notice.campaign());
        Map<String, Object> facts = new HashMap<>();
        facts.put("campaignCode", campaign.code());
        facts.put("review", campaign.type().label());
        facts.put("campaignTitle", campaign.title());
        facts.put("campaignTitleLower", Vietnamese.midSentence(campaign.title()));
        facts.put("issuerName", organization.unit(campaign.issuerId()).name());
        facts.put(
                "department",
                campaigns
                        .definition(campaign.code())
                        .campaign()
                        .focalDepartment()
                        .name());
        facts.put(
                "planNumber",
                campaign.plan().number() == null ? "" : campaign.plan().number());
        facts.put(
                "planDate",
                campaign.plan().date() == null
                        ? ""
                        : Vietnamese.day(campaign.plan().date()));
        facts.put("superiorName", campaigns.superior(campaign.code()).name());
        facts.put("unitName", unitName(notice, campaign));
        facts.put("baseUrl", settings.baseUrl());
        facts.putAll(notice.details());
        return facts;
    }

    private String unitName(Notice notice, Campaign campaign) {
        return notice.unitCode() == null
                ? campaigns.superior(campaign.code()).name()
                : organization.unit(notice.unitCode()).name();
    }

    /** People of the issuer and the participants have an account; the superior need not. */
    private @Nullable String link(Notice notice) {
        return switch (notice.kind()) {
            case PLAN_ISSUED,
                    REMINDER,
                    DUE_TODAY,
                    OVERDUE,
                    URGING_LETTER,
                    DEADLINE_MOVED,
                    RECEIPT,
                    RETURNED,
                    RECALLED ->
                settings.baseUrl() + "/reports/"
                        + campaigns.campaign(notice.campaign()).code() + "/" + notice.unitCode();
            case DIGEST, ESCALATION, ACKNOWLEDGEMENT_OVERDUE ->
                settings.baseUrl() + "/campaigns/"
                        + campaigns.campaign(notice.campaign()).code();
            case ADDRESS_CONFIRMATION -> (String) notice.details().get("confirmLink");
            case INVITATION, REPORT_UPWARD -> null;
        };
    }

    private static SpringTemplateEngine engine(TemplateMode mode, String suffix) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
