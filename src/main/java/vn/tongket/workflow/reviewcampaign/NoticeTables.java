package vn.tongket.workflow.reviewcampaign;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import vn.tongket.notification.Addressee;
import vn.tongket.notification.NoticeKind;
import vn.tongket.notification.NoticeRules.CampaignDay;
import vn.tongket.notification.NoticeRules.Table;
import vn.tongket.notification.NoticeRules.Told;
import vn.tongket.notification.NoticeRules.UnitDay;

/**
 * The tables of one version of {@code notices.dmn}, asked by a DMN engine of its own: its expressions see the inputs
 * and nothing else. Answers follow from the inputs alone, so each is worked out once.
 */
final class NoticeTables implements Table {

    static final String UNIT_NOTICES = "unit-notices";
    static final String CAMPAIGN_NOTICES = "campaign-notices";

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final int REMEMBERED = 10_000;

    private final DmnDecision units;
    private final DmnDecision campaigns;
    private final Map<UnitDay, Optional<Told>> known = new ConcurrentHashMap<>();

    private NoticeTables(DmnDecision units, DmnDecision campaigns) {
        this.units = units;
        this.campaigns = campaigns;
    }

    static NoticeTables read(InputStream model) {
        List<DmnDecision> decisions = DMN.parseDecisions(model);
        return new NoticeTables(decision(decisions, UNIT_NOTICES), decision(decisions, CAMPAIGN_NOTICES));
    }

    private static DmnDecision decision(List<DmnDecision> decisions, String key) {
        return decisions.stream()
                .filter(decision -> decision.getKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No table " + key));
    }

    @Override
    public Optional<Told> unit(UnitDay day) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(
                day,
                asked -> told(
                                units,
                                Map.of(
                                        "workingDaysLeft", asked.workingDaysLeft(),
                                        "fileSays", asked.fileSays().name().toLowerCase(Locale.ROOT),
                                        "category", asked.category(),
                                        "state", asked.state().code(),
                                        "returns", asked.returns()))
                        .stream()
                        .findFirst());
    }

    @Override
    public List<Told> campaign(CampaignDay day) {
        return told(
                campaigns,
                Map.of(
                        "weekBegins", day.weekBegins(),
                        "workingDaysLeft", day.workingDaysLeft(),
                        "percentMissing", day.percentMissing(),
                        "percentAllowed", day.percentAllowed()));
    }

    private static List<Told> told(DmnDecision table, Map<String, Object> inputs) {
        return DMN.evaluateDecisionTable(table, inputs).stream()
                .map(NoticeTables::told)
                .toList();
    }

    private static Told told(DmnDecisionRuleResult rule) {
        String addressees = rule.getEntry("addressees");
        return new Told(
                NoticeKind.valueOf(rule.getEntry("kind")),
                Arrays.stream(addressees.split(","))
                        .map(name -> Addressee.valueOf(name.strip()))
                        .distinct()
                        .toList(),
                rule.getEntry("tone"));
    }
}
