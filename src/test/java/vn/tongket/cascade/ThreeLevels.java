package vn.tongket.cascade;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import vn.tongket.organization.OrganizationImport;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Shipped;
import vn.tongket.support.SmallTree;
import vn.tongket.support.SmallTree.Union;

/**
 * Campaigns of three levels, issued and with all reports open, without their processes: {@code CB.MOT} with {@code
 * CB.HAI} and {@code CB.HAI2}, the first of which has {@code CB.BA} and {@code CB.BA2}, of which the first has {@code
 * CB.BON}.
 */
final class ThreeLevels {

    final String top;
    final String middle;
    final String bottom;

    ThreeLevels(ApplicationContext context, String code) {
        context.getBean(OrganizationImport.class)
                .take(SmallTree.of(
                                new Union("CB.TREN", "ROOT", null, null, "recipient"),
                                new Union("CB.MOT", "ROOT", null, null, "consolidator"),
                                new Union("CB.HAI", "CDNTW", "CB.MOT", null, "required"),
                                new Union("CB.HAI2", "CDNTW", "CB.MOT", null, "required"),
                                new Union("CB.BA", "CDTCT", "CB.HAI", null, "required"),
                                new Union("CB.BA2", "CDTCT", "CB.HAI", null, "required"),
                                new Union("CB.BON", "CDCS", "CB.BA", null, "required"))
                        .getBytes(StandardCharsets.UTF_8));
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        top = IssuedCampaign.of(
                context,
                code,
                Shipped.campaignOfTheWeek(today, code, "CB.MOT", "CB.TREN").getBytes(StandardCharsets.UTF_8));
        middle = below(context, top, "CB.HAI");
        bottom = below(context, middle, "CB.BA");
    }

    private static String below(ApplicationContext context, String above, String unit) {
        OwnCampaigns own = context.getBean(OwnCampaigns.class);
        own.open(above, unit, own.propose(above, unit).opening(), "canbo");
        return IssuedCampaign.issued(context, own.of(above, unit).orElseThrow().code());
    }
}
