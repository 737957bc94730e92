package vn.tongket.cluster;

import static vn.tongket.cluster.GeneratedCampaign.CODE;

import java.time.LocalDate;
import java.util.Map;

/** The beginning of a generated campaign, as people make it: files, draft, approval, issue. */
public final class CampaignStart {

    private final GeneratedCampaign campaign;
    private final People people;

    public CampaignStart(GeneratedCampaign campaign, People people) {
        this.campaign = campaign;
        this.people = people;
    }

    public void importFiles() {
        people.write("admin", person -> person.post("/api/organization", campaign.organization()));
        people.write("admin", person -> person.post("/api/campaigns", campaign.campaign()));
    }

    public void draft() {
        people.complete(GeneratedCampaign.staff("tuyengiao"), CODE, "UserTask_DraftPlan", Map.of());
        people.complete(
                GeneratedCampaign.staff("thuongtruc"), CODE, "UserTask_ApprovePlan", Map.of("decision", "approve"));
    }

    /** Returns when all reports are open. */
    public void issue(LocalDate day) {
        people.complete(
                GeneratedCampaign.staff("vanthu"),
                CODE,
                "UserTask_IssuePlan",
                Map.of("number", 1, "date", day.toString(), "signer", "Nguyễn Văn Bình", "reason", "Đã gọi điện."));
        awaitState("collecting");
    }

    public void awaitState(String state) {
        people.until(
                "the campaign is " + state,
                () -> people.read("/api/campaigns/" + CODE)
                        .at("/state")
                        .asText()
                        .equals(state));
    }
}
