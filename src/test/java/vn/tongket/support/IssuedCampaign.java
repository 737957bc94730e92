package vn.tongket.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.campaign.CampaignService;
import vn.tongket.organization.Organization;
import vn.tongket.organization.OrganizationImport;
import vn.tongket.report.ReportCollection;
import vn.tongket.shared.ImportJson;

/** The shipped campaign under a code of its own, issued and with all reports open, without its process. */
public final class IssuedCampaign {

    private IssuedCampaign() {}

    /** Answers the code. */
    public static String of(ApplicationContext context, String code) {
        if (context.getBean(Organization.class).isEmpty()) {
            context.getBean(OrganizationImport.class).take(resource("/demo/units-cdxdvn.json"));
        }
        return of(context, code, withCode(resource("/demo/campaign-20-NQ-TW.json"), code));
    }

    /** The same of that file, whose code it is. */
    public static String of(ApplicationContext context, String code, byte[] file) {
        CampaignImport imports = context.getBean(CampaignImport.class);
        imports.take(imports.read(file));
        return issued(context, code);
    }

    /** A drafted campaign, issued and with all reports open. */
    public static String issued(ApplicationContext context, String code) {
        CampaignService campaigns = context.getBean(CampaignService.class);
        campaigns.finishDrafting(code, "tuyengiao");
        campaigns.approvePlan(code, "thuongtruc");
        campaigns.issue(code, "45/KH-CĐXD", LocalDate.of(2017, 9, 5), "Người ký", "vanthu");
        ReportCollection reports = context.getBean(ReportCollection.class);
        while (reports.openNext(code, 100) > 0) {
            continue;
        }
        return code;
    }

    public static byte[] resource(String path) {
        try (InputStream file = IssuedCampaign.class.getResourceAsStream(path)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withCode(byte[] file, String code) {
        try {
            var json = ImportJson.mapper().readTree(file);
            ((ObjectNode) json.path("campaign")).put("code", code);
            return ImportJson.mapper().writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
