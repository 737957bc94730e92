package vn.tongket.notification;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.organization.Organization;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/** Turns a notice into subject, plain text and HTML; the texts stand in {@code mail/}, the subject in their first line. */
@Component
class NoticeText {

    /** A mail's words. */
    record Words(String subject, String text, String html) {}

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
        Context facts = new Context(Vietnamese.LOCALE, facts(notice));
        String filled = texts.process(notice.kind().template(), facts).strip();
        int firstLine = filled.indexOf('\n');
        String subject = filled.substring(0, firstLine).strip();
        String body = filled.substring(firstLine).strip();
        String link = link(notice);
        facts.setVariable("subject", subject);
        facts.setVariable("blocks", PlainText.blocks(body));
        facts.setVariable("link", link);
        facts.setVariable("linkLabel", "Mở hệ thống Tổng kết");
        String text = link == null ? body : body + "\n\nMở hệ thống Tổng kết: " + link;
        return new Words(subject, text + "\n", layout.process("layout", facts));
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
