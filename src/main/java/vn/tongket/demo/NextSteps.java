package vn.tongket.demo;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.organization.UnionRole;
import vn.tongket.workflow.Inbox;
import vn.tongket.workflow.OpenTask;

/** Who, of the demo's accounts, has something to do now. */
@Component
@Profile("demo")
public class NextSteps {

    /** An account and the tasks that wait for it. */
    public record Step(String login, String role, List<String> tasks, int more) {}

    private static final int SHOWN = 3;

    private final Inbox inbox;
    private final CampaignService campaigns;
    private final DemoLogins logins;

    NextSteps(Inbox inbox, CampaignService campaigns, DemoLogins logins) {
        this.inbox = inbox;
        this.campaigns = campaigns;
        this.logins = logins;
    }

    /** The issuer's people first, then units; at most a dozen. */
    public List<Step> of(String campaign) {
        Map<UnionRole, String> staff = logins.staffOf(campaigns.issuer(campaign));
        Map<String, List<OpenTask>> byLogin = inbox.open(campaign).stream()
                .collect(Collectors.groupingBy(task -> login(task, staff), LinkedHashMap::new, Collectors.toList()));
        return byLogin.entrySet().stream()
                .sorted(Comparator.comparing(
                        step -> step.getValue().get(0).businessKey().contains("/")
                                && !step.getKey().equals(staff.get(UnionRole.TRUONG_BAN))))
                .limit(12)
                .map(step -> new Step(
                        step.getKey(),
                        role(step.getKey()),
                        step.getValue().stream()
                                .limit(SHOWN)
                                .map(OpenTask::name)
                                .toList(),
                        Math.max(0, step.getValue().size() - SHOWN)))
                .toList();
    }

    private static String login(OpenTask task, Map<UnionRole, String> staff) {
        UnionRole role = role(task);
        String unit = task.businessKey().substring(task.businessKey().indexOf('/') + 1);
        return staff.getOrDefault(role, DemoLogins.withCode(role, unit));
    }

    private static UnionRole role(OpenTask task) {
        return switch (task.taskKey()) {
            case "UserTask_ApprovePlan",
                    "UserTask_SubmitToStandingCommittee",
                    "UserTask_SignReport",
                    "UserTask_DecideExemption" -> UnionRole.THUONG_TRUC;
            case "UserTask_IssuePlan", "UserTask_NumberReport", "UserTask_AcknowledgeReceipt" -> UnionRole.VAN_THU;
            case "UserTask_ConveneConference", "UserTask_RecordConference" -> UnionRole.VAN_PHONG;
            case "UserTask_SettleMissingUnits", "UserTask_ReviewUnitReport" -> UnionRole.TRUONG_BAN;
            case "UserTask_SignUnitReport" -> UnionRole.CHU_TICH;
            case "UserTask_ReceivePlan", "UserTask_HoldReview", "UserTask_WriteUnitReport" -> UnionRole.CAN_BO;
            default -> UnionRole.TUYEN_GIAO;
        };
    }

    private static String role(String login) {
        for (UnionRole role : UnionRole.values()) {
            if (login.endsWith(role.code())) {
                return role.label();
            }
        }
        return "";
    }
}
